package guifan;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import guifan.rule.Factored;
import guifan.rule.Gathered;
import guifan.rule.Rule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of this house that need the compiled classes; {@link SourceTextTest} has those that need the text. */
@AnalyzeClasses(packages = "guifan", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    /** The packages from top to bottom: each may use only those after it. */
    private static final List<String> STACK = List.of(
            "guifan",
            "guifan.cli",
            "guifan.batch",
            "guifan.paper", // above report, whose words it says; below batch, which may file papers with a year
            "guifan.report",
            "guifan.diff",
            "guifan.proof",
            "guifan.evaluate",
            "guifan.standard",
            "guifan.rule",
            "guifan.source",
            "guifan.number");

    @ArchTest
    static void packagesUseOnlyThoseBelowThem(JavaClasses classes) {
        for (int i = 1; i < STACK.size(); i++) {
            noClasses()
                    .that()
                    .resideInAPackage(STACK.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(STACK.subList(0, i).toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(classes);
        }
        noClasses()
                .should()
                .resideOutsideOfPackages(STACK.toArray(String[]::new))
                .check(classes);
    }

    @ArchTest
    static final ArchRule mainKnowsOnlyTheCommandLine = noClasses()
            .that(are("guifan.Main"))
            .should()
            .dependOnClassesThat(describe(
                    "are ours, apart from Main, its stream and Cli",
                    type -> type.getPackageName().startsWith("guifan")
                            && !are("guifan.Main", "guifan.WatchedStream", "guifan.cli.Cli")
                                    .test(type)));

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("guifan.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyTheYamlReaderKnowsSnakeYaml = onlyThese("org.yaml..", "guifan.source.YamlReader");

    @ArchTest
    static final ArchRule onlyTheCsvClassesKnowCommonsCsv =
            onlyThese("org.apache.commons.csv..", "guifan.source.CsvReader", "guifan.report.CsvTable");

    @ArchTest
    static final ArchRule onlyTheJsonClassesKnowJackson =
            onlyThese("com.fasterxml.jackson..", "guifan.report.JsonWriter", "guifan.report.JsonReader");

    @ArchTest
    static final ArchRule onlyTheTemplatesOfPapersKnowMustache =
            onlyThese("com.samskivert..", "guifan.paper.PaperTemplates");

    /** They are large, so that nothing but a paper in that format may load them. */
    @ArchTest
    static void onlyTheWriterOfDocumentsKnowsPoi(JavaClasses classes) {
        for (String library : List.of("org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats..")) {
            onlyThese(library, "guifan.paper.Docx", "guifan.paper.DocxTable").check(classes);
        }
    }

    /** Before a workbook is read, its parts are walked over with the tools that will read them. */
    @ArchTest
    static final ArchRule onlyTheLookOverOfWorkbooksKnowsItsXmlParser =
            onlyThese("com.fasterxml.aalto..", "guifan.source.XlsxScan");

    @ArchTest
    static final ArchRule onlyTheLookOverAndTheWriterKnowArchives =
            onlyThese("org.apache.commons.compress..", "guifan.source.XlsxGuard", "guifan.report.XlsxBytes");

    @ArchTest
    static final ArchRule onlyTheWorkbookClassesKnowFastexcel = noClasses()
            .that()
            .haveNameNotMatching("guifan\\.(source|report)\\.Xlsx\\w*(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.dhatim..");

    @ArchTest
    static final ArchRule onlyMainTouchesTheStandardStreams = noClasses()
            .that(DescribedPredicate.not(are("guifan.Main")))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .orShould()
            .accessField(System.class, "in");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that(DescribedPredicate.not(are("guifan.Main")))
            .should()
            .callMethodWhere(calls(Set.of("java.lang.System", "java.lang.Runtime"), "exit|halt"));

    /** How wide columns are is no number of ours. */
    @ArchTest
    static final ArchRule numbersAreExact = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Double.class, Float.class)
            .orShould()
            .callMethodWhere(target(nameMatching("doubleValue|floatValue|parseDouble|parseFloat")))
            .orShould()
            .callCodeUnitWhere(describe(
                    "the target takes or returns a double or a float, which widths of columns may",
                    call -> !call.getTargetOwner().getPackageName().equals("org.dhatim.fastexcel")
                            && types(call.getTarget()).anyMatch(Set.of("double", "float")::contains)));

    /** The same inputs give the same bytes, at any time and in any place. */
    @ArchTest
    static final ArchRule thereIsNoClock = noClasses()
            .should()
            .callMethodWhere(describe(
                    "the target reads the clock or the time zone",
                    call -> call.getTargetOwner().getPackageName().equals("java.time")
                            && call.getName().matches("now|system.*|tick.*")))
            .orShould()
            .callMethodWhere(calls(Set.of("java.lang.System"), "currentTimeMillis|nanoTime"))
            .orShould()
            .callMethodWhere(calls(Set.of("java.util.Calendar"), "getInstance"))
            .orShould()
            .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule nothingDependsOnTheDefaultLocale = noClasses()
            .should()
            .callMethodWhere(describe(
                    "the target formats or changes case by the default locale",
                    call -> takesNoLocale(call)
                            && (isOwnedBy(call, "java.lang.String", "format|formatted|toUpperCase|toLowerCase")
                                    || isOwnedBy(call, "java.io.Print(Stream|Writer)", "format|printf")
                                    || isOwnedBy(call, "java.util.Formatter", "format")
                                    || isOwnedBy(
                                            call, "java.text.(Number|Date|Message)Format", "format|get\\w*Instance")
                                    || isOwnedBy(call, "java.text.Collator", "getInstance")
                                    || isOwnedBy(call, "java.time.format.DateTimeFormatter", "ofPattern"))))
            .orShould()
            .callConstructor(java.text.DecimalFormat.class, String.class)
            .orShould()
            .callConstructor(java.text.SimpleDateFormat.class, String.class);

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        classes.getPackage("guifan").getSubpackagesInTree().stream()
                .filter(p -> !p.getClasses().isEmpty())
                .forEach(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as(p.getName())
                        .isTrue());
        assertThat(classes.getPackage("guifan").isAnnotatedWith(NullMarked.class))
                .isTrue();
    }

    @ArchTest
    static void everyRuleKindIsListedAndHasAnExample(JavaClasses classes) {
        // A rule on gathered measures, and one whose score is multiplied, are of the kind that they carry.
        List<Object> declared = Arrays.stream(Rule.class.getPermittedSubclasses())
                .filter(type -> type != Gathered.class && type != Factored.class)
                .<Object>map(HouseRulesTest::kindOf)
                .toList();
        assertThat(List.<Object>copyOf(Rule.kinds())).containsExactlyInAnyOrderElementsOf(declared);
        for (var kind : Rule.kinds()) {
            assertThat(Path.of("examples/rules", kind.name(), "README.md")).exists();
        }
    }

    private static Object kindOf(Class<?> type) {
        try {
            return type.getField("KIND").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " has no public static field KIND", e);
        }
    }

    private static ArchRule onlyThese(String library, String... names) {
        return noClasses()
                .that(DescribedPredicate.not(are(names)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /** Matches the classes with these full names, and what is nested in them. */
    private static DescribedPredicate<JavaClass> are(String... names) {
        return describe(
                "are " + String.join(" or ", names),
                type -> Stream.of(names)
                        .anyMatch(name ->
                                type.getName().equals(name) || type.getName().startsWith(name + "$")));
    }

    private static DescribedPredicate<JavaCall<?>> calls(Set<String> owners, String names) {
        return describe(
                "the target is one of " + names + " of " + owners,
                call -> owners.contains(call.getTargetOwner().getName())
                        && call.getName().matches(names));
    }

    private static boolean isOwnedBy(JavaCall<?> call, String owners, String names) {
        return call.getTargetOwner().getName().matches(owners) && call.getName().matches(names);
    }

    private static boolean takesNoLocale(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(java.util.Locale.class));
    }

    private static Stream<String> types(CodeUnitCallTarget target) {
        return Stream.concat(target.getRawParameterTypes().stream(), Stream.of(target.getRawReturnType()))
                .map(JavaClass::getName);
    }
}
