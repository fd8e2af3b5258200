package dev.dreamwire.studio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The app is the roof: it may know every floor, and no floor knows it. */
class FloorsTest {
  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.dreamwire");
  }

  @Test
  void nobodyKnowsTheApp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.dreamwire.studio..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.dreamwire.studio..")
        .check(classes);
  }

  @Test
  void theAppKnowsNoTensorEngine() {
    noClasses()
        .that()
        .resideInAPackage("dev.dreamwire.studio..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..", "ai.onnxruntime..", "org.bytedeco..")
        .check(classes);
  }

  @Test
  void theAppKeepsQuiet() {
    noClasses()
        .that()
        .resideInAPackage("dev.dreamwire.studio..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(classes);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(classes);
  }
}
