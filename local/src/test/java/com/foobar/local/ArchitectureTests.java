package com.foobar.local;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "com.foobar.local", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule ONLY_PROCESSES = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("com.foobar.gateway..", "com.foobar.web..", "org.springframework..")
            .because("the launcher starts the very jars that production runs, and knows only their settings");

    @ArchTest
    static final ArchRule NOTHING_PUBLIC = classes().should().bePackagePrivate()
            .because("the launcher is a program and no library");
}
