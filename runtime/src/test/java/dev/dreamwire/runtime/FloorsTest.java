package dev.dreamwire.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The floors of the house: a room knows only what lies below it. */
class FloorsTest {
  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.dreamwire.api", "dev.dreamwire.runtime");
  }

  @Test
  void theApiKnowsNothingButJava() {
    classes()
        .that()
        .resideInAPackage("dev.dreamwire.api..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.dreamwire.api..", "java..")
        .check(classes);
  }

  @Test
  void theRuntimeNeedsNoWindow() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..",
            "java.awt.event..",
            "javax.swing..",
            "dev.dreamwire.studio..",
            "dev.dreamwire.editor..")
        .check(classes);
  }

  @Test
  void theGraphKnowsOnlyTheNodeApi() {
    classes()
        .that()
        .resideInAPackage("dev.dreamwire.runtime.graph..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.dreamwire.api..",
            "dev.dreamwire.runtime.graph..",
            "dev.dreamwire.runtime.text..",
            "com.fasterxml.jackson..",
            "java..")
        .check(classes);
  }

  @Test
  void mathematicsDoesNotKnowWhatPlaysIt() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.dreamwire.runtime.tensor..",
            "dev.dreamwire.runtime.model..",
            "dev.dreamwire.runtime.diffusion..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.dreamwire.runtime.graph..",
            "dev.dreamwire.runtime.engine..",
            "dev.dreamwire.runtime.node..",
            "dev.dreamwire.runtime.cli..")
        .check(classes);
  }

  @Test
  void modelsKnowNoTensorEngine() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.dreamwire.runtime.model..",
            "dev.dreamwire.runtime.diffusion..",
            "dev.dreamwire.runtime.node..",
            "dev.dreamwire.runtime.graph..",
            "dev.dreamwire.runtime.world..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..", "ai.onnxruntime..")
        .check(classes);
  }

  @Test
  void nobodyKnowsTheCommandLine() {
    noClasses()
        .that(not(resideInAPackage("dev.dreamwire.runtime.cli..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.dreamwire.runtime.cli..")
        .check(classes);
  }

  @Test
  void onlyTheCommandLineWritesToTheStandardStreams() {
    noClasses()
        .that(not(resideInAnyPackage("dev.dreamwire.runtime.cli..")))
        .should(ACCESS_STANDARD_STREAMS)
        .check(classes);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(classes);
  }
}
