package dev.dreamwire.editor;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import javafx.beans.value.ObservableValue;

/** Counts the listeners of properties, which the class library keeps to itself. */
final class LeftBehind {
  private LeftBehind() {}

  /** How many listeners a property has. */
  static int listeners(ObservableValue<?> property) {
    try {
      Object helper = value(property, "helper");
      if (helper == null) {
        return 0;
      }
      return helper.getClass().getSimpleName().startsWith("Single")
          ? 1
          : (int) value(helper, "invalidationSize") + (int) value(helper, "changeSize");
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw new AssertionError("this version of JavaFX keeps listeners elsewhere", e);
    }
  }

  private static Object value(Object object, String name) throws ReflectiveOperationException {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(object);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }
}
