package dev.dreamwire.studio.inspector;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dreamwire.runtime.memory.MemoryMap;
import dev.dreamwire.runtime.memory.Pose;
import dev.dreamwire.studio.i18n.Language;
import dev.dreamwire.studio.i18n.Messages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The map of a memory. */
@ExtendWith(ApplicationExtension.class)
class MemoryMapViewTest {
  private static final Pose ELSEWHERE = new Pose(3, 0, 2, 40, 0);

  @ParameterizedTest
  @EnumSource(Language.class)
  void itTellsHowMuchOfTheNextPictureIsRecalled(Language language, FxRobot robot) {
    MemoryMap map =
        new MemoryMap(
            Pose.ORIGIN,
            List.of(ELSEWHERE, Pose.ORIGIN),
            List.of(ELSEWHERE),
            Optional.of(ELSEWHERE),
            0.934);
    assertTrue(told(map, language, robot).contains("93 %"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void itTellsOfNothingWhereNothingIsRecalled(Language language, FxRobot robot) {
    MemoryMap nothing = new MemoryMap(Pose.ORIGIN, List.of(), List.of(), Optional.empty(), 0);
    String told = told(nothing, language, robot);
    assertTrue(!told.isBlank() && !told.contains("%"), told);
  }

  private static String told(MemoryMap map, Language language, FxRobot robot) {
    MemoryMapView view = new MemoryMapView(new Messages(language));
    robot.interact(() -> view.show(map));
    return view.getAccessibleText();
  }
}
