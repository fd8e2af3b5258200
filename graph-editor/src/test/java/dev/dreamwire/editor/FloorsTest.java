package dev.dreamwire.editor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The editor shows any graph: it knows no world model and no engine. */
class FloorsTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.dreamwire.editor");

  @Test
  void ofTheRuntimeTheEditorKnowsOnlyTheGraph() {
    classes()
        .that()
        .resideInAPackage("dev.dreamwire.editor..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.dreamwire.editor..",
            "dev.dreamwire.runtime.graph..",
            "dev.dreamwire.runtime.text..",
            "dev.dreamwire.api.node..",
            "javafx..",
            "atlantafx..",
            "org.kordamp.ikonli..",
            "org.eclipse.elk..",
            "org.eclipse.emf.common..",
            "org.slf4j..",
            "java..")
        .check(classes);
  }

  @Test
  void theEditorKeepsQuiet() {
    noClasses().should(ACCESS_STANDARD_STREAMS).check(classes);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(classes);
  }
}
