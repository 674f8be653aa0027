package fr.hubee;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.hubee.kernel.database.RowByRow;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.websecurity.CallerFilter;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.api.listener.StepListener;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the architecture: which packages may call which, and what code may not contain. */
class ArchitectureTest {
    static final JavaClasses HUBEE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar!"))
            .withImportOption(location -> !location.contains("/fr/hubee/launcher/"))
            .withImportOption(location -> !location.contains("/fr/hubee/demonstration/"))
            .withImportOption(location -> !location.contains("/fr/hubee/client/")) // what partners get
            .importPackages("fr.hubee");

    static final String[] WEB = {
        "fr.hubee.api..", "fr.hubee.portal..", "fr.hubee.websecurity..", "fr.hubee.http..", "fr.hubee.websettings.."
    };
    static final String BATCH = "fr.hubee.batch..";
    static final String[] OUTSIDE_OF_THE_DOMAIN =
            Stream.concat(Stream.of(WEB), Stream.of(BATCH)).toArray(String[]::new);

    static final List<Class<? extends Annotation>> SESSION_BEANS =
            List.of(Stateless.class, Stateful.class, Singleton.class);
    static final List<Class<? extends Annotation>> GUARDS = List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);
    static final List<Class<? extends Annotation>> INJECTED =
            List.of(Inject.class, PersistenceContext.class, Resource.class);

    /** For each room, the rooms that it may call, from the lowest up; {@code docs/architecture.md} draws them. */
    static final Map<String, Set<String>> BELOW = Map.ofEntries(
            entry("kernel", Set.of()),
            entry("journal", Set.of("kernel")),
            entry("files", Set.of("kernel")),
            entry("directory", Set.of("kernel", "journal")),
            entry("people", Set.of("kernel", "journal", "directory")),
            entry("clients", Set.of("kernel", "journal", "directory")),
            entry("exchange", Set.of("kernel", "journal", "files", "directory", "clients")),
            entry("mail", Set.of("kernel", "journal", "people")),
            entry("desk", Set.of("kernel", "journal", "files", "directory", "people", "clients", "exchange", "mail")),
            entry(
                    "lifetime",
                    Set.of("kernel", "journal", "files", "directory", "people", "clients", "exchange", "mail", "desk")),
            entry(
                    "operation",
                    Set.of("kernel", "journal", "files", "people", "clients", "exchange", "mail", "lifetime")));

    private static final int MOST_EDGES = 45;

    /** Largest number of floors: each room is above those that it calls; the lowest floor counts too. */
    private static final int MOST_FLOORS = 8;

    /** The entry point of the exchange: other features find a case, add to its history, and read its files with these types. */
    static final Set<String> ENTRY_POINT_OF_THE_EXCHANGE =
            Set.of("CaseLookup", "CaseRecorder", "AttachmentRecorder", "CaseHandover");

    /** Features that may use this entry point. */
    static final Set<String> USERS_OF_THE_ENTRY_POINT = Set.of(
            "exchange.folder",
            "exchange.status",
            "exchange.notification",
            "exchange.receipt",
            "desk.casework",
            "lifetime.merge");

    /** The methods that begin a transaction of their own while another one runs, each with its reason. */
    static final Map<String, String> TRANSACTIONS_OF_THEIR_OWN = Map.ofEntries(
            entry("RunQueue.process", "the engine's transaction must not be undone by an item that fails"),
            entry("RunQueue.done", "the same"),
            entry("RunQueue.failed", "the same"),
            entry("PurgeService.archive", "the same"),
            entry("PurgeService.deleteFolders", "the same"));

    /** Types of which each method is one short transaction; others call {@code shared.Transactions}, or are EJBs. */
    static final Set<String> TRANSACTIONAL = Set.of(
            "Begun",
            "BundleRepository",
            "BusyClients",
            "ClientUseWriter",
            "IdempotentService",
            "PartialUploadRepository",
            "DueReader",
            "StoreReadingProgress");

    // 1. Rooms call those below them, packages form no cycle, and nobody is called back.

    @Test
    void packagesFormNoCycle() {
        slices().matching("fr.hubee.(**)").should().beFreeOfCycles().check(HUBEE);
    }

    @Test
    void aRoomCallsOnlyThoseBelowIt() {
        assertEquals(Set.of(), new TreeSet<>(without(edges(), allowed())), "add them to BELOW, or turn them round");
        assertEquals(Set.of(), new TreeSet<>(without(allowed(), edges())), "take them out of BELOW");
    }

    @Test
    void theHouseIsLow() {
        assertTrue(allowed().size() <= MOST_EDGES, () -> allowed().size() + " edges between rooms");
        assertTrue(BELOW.keySet().stream().allMatch(room -> floor(room) < MOST_FLOORS), "a room is too high");
    }

    /** Returns the floor of a room, from 0; endless for rooms that call each other. */
    private static int floor(String room) {
        return BELOW.get(room).stream()
                .mapToInt(below -> floor(below) + 1)
                .max()
                .orElse(0);
    }

    private static Set<String> allowed() {
        return BELOW.entrySet().stream()
                .flatMap(room -> room.getValue().stream().map(below -> room.getKey() + " > " + below))
                .collect(Collectors.toSet());
    }

    private static Set<String> edges() {
        return domain().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isOurs(use.getTargetClass().getBaseComponentType()))
                .filter(use -> !room(use.getOriginClass()).equals(room(use.getTargetClass())))
                .map(use -> room(use.getOriginClass()) + " > " + room(use.getTargetClass()))
                .collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(each -> !others.contains(each)).collect(Collectors.toSet());
    }

    /** The package of a feature is below its room: {@code exchange.folder}. */
    @Test
    void everyPackageOfTheDomainBelongsToARoom() {
        assertEquals(
                Set.of(),
                domain().map(JavaClass::getPackageName)
                        .filter(name ->
                                !name.matches("fr\\.hubee\\.(" + String.join("|", BELOW.keySet()) + ")\\.[a-z0-9]+"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void theTableOfRoomsIsTheCode() throws IOException {
        var room = "";
        var written = new TreeSet<String>();
        for (var line : Files.readAllLines(Path.of("../docs/architecture.md"))) {
            var cells = line.split("\\|", -1);
            if (line.startsWith("| **")) {
                room = cells[1].strip().replace("**", "");
            } else if (!line.startsWith("| | `")) {
                room = ""; // the table has ended
            }
            if (!room.isEmpty()) {
                for (var name : line.startsWith("| **") ? named(cells[3], room + " > ") : named(cells[2], room + ".")) {
                    written.add(name);
                }
            }
        }
        var real = new TreeSet<>(edges());
        domain().map(ArchitectureTest::feature).forEach(real::add);

        assertEquals(real, written);
    }

    private static List<String> named(String cell, String before) {
        return Pattern.compile("`([a-z]+)`")
                .matcher(cell)
                .results()
                .map(found -> before + found.group(1))
                .toList();
    }

    @Test
    void sharedKnowsNothingAndSecurityOnlyShared() {
        noClasses()
                .that()
                .resideInAPackage("fr.hubee.kernel.shared..")
                .should()
                .dependOnClassesThat(describe(
                        "are not shared",
                        other -> isOurs(other) && !feature(other).equals("kernel.shared")))
                .check(HUBEE);
        noClasses()
                .that()
                .resideInAPackage("fr.hubee.kernel.security..")
                .should()
                .dependOnClassesThat(describe(
                        "are not shared",
                        other -> isOurs(other)
                                && !Set.of("kernel.shared", "kernel.security").contains(feature(other))))
                .check(HUBEE);
    }

    /** {@code persistence.xml} turns validation off: a constraint of an entity would never be checked. */
    /** A clock that is set back by an hour would stop the work for an hour; {@code PeriodicTask} does not look at it. */
    @Test
    void nothingIsRepeatedByTheClockOfTheServer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("jakarta\\.ejb\\.(Timer.*|Schedules?|Timeout)|java\\.util\\.Timer.*")
                .check(HUBEE);
    }

    @Test
    void entitiesHaveNoConstraints() {
        noClasses()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .or()
                .areAnnotatedWith("jakarta.persistence.Embeddable")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.validation..")
                .check(HUBEE);
    }

    @Test
    void onlyNamedFeaturesUseTheEntryPointOfTheExchange() {
        noClasses()
                .that(describe(
                        "belong to another feature than " + USERS_OF_THE_ENTRY_POINT,
                        other -> isOurs(other) && !USERS_OF_THE_ENTRY_POINT.contains(feature(other))))
                .should()
                .dependOnClassesThat(isEntryPoint())
                .check(HUBEE);
    }

    @Test
    void apartFromItsEntryPointTheExchangeShowsServicesAndWhatTheyReturn() {
        classes()
                .that()
                .resideInAnyPackage("fr.hubee.exchange.folder", "fr.hubee.exchange.status")
                .and()
                .arePublic()
                .and(not(isEntryPoint()))
                .should(be(describe(
                        "a service, an entity, a record, an enum or an interface",
                        type -> type.isAnnotatedWith(Stateless.class)
                                || type.isAnnotatedWith(Entity.class)
                                || type.isRecord()
                                || type.isEnum()
                                || type.isInterface())))
                .check(HUBEE);
    }

    static DescribedPredicate<JavaClass> isEntryPoint() {
        return resideInAnyPackage("fr.hubee.exchange.folder", "fr.hubee.exchange.notification")
                .and(describe(
                        "are its entry point", type -> ENTRY_POINT_OF_THE_EXCHANGE.contains(type.getSimpleName())));
    }

    /** Returns the types of hubee-ejb. */
    static Stream<JavaClass> domain() {
        return HUBEE.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(resideOutsideOfPackages(OUTSIDE_OF_THE_DOMAIN))
                .filter(resideOutsideOfPackages(
                        "fr.hubee.tls..",
                        "fr.hubee.pool..",
                        "fr.hubee.cli..")); // belong to the server, and to no server
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("fr.hubee.");
    }

    static String room(JavaClass type) {
        return type.getBaseComponentType().getPackageName().split("\\.", -1)[2];
    }

    /** Returns the feature with its room: {@code exchange.folder}. */
    static String feature(JavaClass type) {
        return type.getPackageName().substring("fr.hubee.".length());
    }

    // 2. The API and the portal see services, records, enums and what entities show of themselves.

    @Test
    void theApiAndThePortalNeverSeeARepositoryOrTheEntityManager() {
        noClasses()
                .that()
                .resideInAnyPackage(WEB)
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityManagerFactory.class)
                .check(HUBEE);
    }

    @Test
    void theApiAndThePortalDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("fr.hubee.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.hubee.portal..")
                .check(HUBEE);
        noClasses()
                .that()
                .resideInAPackage("fr.hubee.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.hubee.api..")
                .allowEmptyShould(true) // until the portal comes
                .check(HUBEE);
    }

    // 3. The domain knows no web, the web and the jobs know no database.

    @Test
    void theDomainKnowsNoWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackages(OUTSIDE_OF_THE_DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.faces..", "jakarta.servlet..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(OUTSIDE_OF_THE_DOMAIN)
                .check(HUBEE);
    }

    @Test
    void neitherTheWebNorTheJobsKnowTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(OUTSIDE_OF_THE_DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..")
                .check(HUBEE);
    }

    // 4. Roles.

    @Test
    void everyBusinessMethodSaysWhoMayCallIt() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(areSessionBeans())
                .should(be(protectedByRole()))
                .check(HUBEE);
    }

    @Test
    void nobodyActsByASessionBeanOfTheWebWhichJournalCoverageTestDoesNotRead() {
        methods()
                .that()
                .areDeclaredInClassesThat(areSessionBeans().and(JavaClass.Predicates.resideInAnyPackage(WEB)))
                .should()
                .notBePublic()
                .check(HUBEE);
    }

    static DescribedPredicate<JavaClass> areSessionBeans() {
        return describe("are session beans", type -> isAnyOf(type, SESSION_BEANS));
    }

    static DescribedPredicate<JavaMethod> protectedByRole() {
        return describe(
                "protected by @RolesAllowed, @PermitAll or @DenyAll",
                method -> isAnyOf(method, GUARDS) || isAnyOf(method.getOwner(), GUARDS));
    }

    static boolean isAnyOf(CanBeAnnotated what, List<Class<? extends Annotation>> annotations) {
        return annotations.stream().anyMatch(what::isAnnotatedWith);
    }

    // 5. Transactions begin and end in services, but the one in which a page is read.

    private static final String READING = "fr.hubee.portal.page.PageTransaction";

    @Test
    void theWebBeginsNoTransactionOfItsOwn() {
        noClasses()
                .that()
                .resideInAnyPackage(WEB)
                .and()
                .doNotHaveFullyQualifiedName(READING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.transaction..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(TransactionAttribute.class)
                .check(HUBEE);
    }

    @Test
    void nobodyHandlesTransactionsByHand() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(READING)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.transaction.UserTransaction")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.transaction.TransactionManager")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityTransaction.class)
                .check(HUBEE);
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "begins or ends one",
                        (JavaMethodCall call) ->
                                call.getTargetOwner().getName().equals("jakarta.transaction.TransactionManager")
                                        && !call.getName().equals("getTransaction")))
                .check(HUBEE);
    }

    @Test
    void sharedOpensTransactionsAndFewWritersDoSoByAnnotation() {
        noClasses()
                .that(describe("are not named in TRANSACTIONAL", type -> !TRANSACTIONAL.contains(type.getSimpleName())))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Transactional.class)
                .check(HUBEE);
    }

    @Test
    void aTransactionWithinAnotherHasANamedReason() {
        methods()
                .that(describe("begin a transaction of their own", ArchitectureTest::requiresNew))
                .should(be(describe(
                        "named with their reason in TRANSACTIONS_OF_THEIR_OWN",
                        method -> TRANSACTIONS_OF_THEIR_OWN.containsKey(
                                method.getOwner().getSimpleName() + "." + method.getName()))))
                .allowEmptyShould(true)
                .check(HUBEE);
    }

    static boolean requiresNew(JavaMethod method) {
        return requiresNew((CanBeAnnotated) method) || requiresNew(method.getOwner());
    }

    static boolean requiresNew(CanBeAnnotated what) {
        return what.isAnnotatedWith(describe("begins a transaction of its own", annotation -> {
            var type = annotation.getRawType();
            return (type.isEquivalentTo(TransactionAttribute.class) || type.isEquivalentTo(Transactional.class))
                    && annotation
                            .get("value")
                            .map(value -> String.valueOf(value).contains(TransactionAttributeType.REQUIRES_NEW.name()))
                            .orElse(false);
        }));
    }

    // 6. The time and new identifiers come from shared.

    @Test
    void onlySharedAsksForTheTimeOrForANewIdentifier() {
        noClasses()
                .that()
                .resideOutsideOfPackage("fr.hubee.kernel.shared..")
                .should()
                .accessTargetWhere(
                        describe("asks the system for the time or an identifier", ArchitectureTest::asksSystem))
                .check(HUBEE);
    }

    static boolean asksSystem(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getName();
        boolean now = name.equals("now")
                && owner.getPackageName().startsWith("java.time")
                && !access.getTarget().getFullName().contains(Clock.class.getName());
        boolean clock = owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"));
        boolean millis = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
        boolean date = owner.isEquivalentTo(Date.class)
                && access.getTarget().getFullName().endsWith("<init>()");
        boolean random = owner.isEquivalentTo(UUID.class) && name.equals("randomUUID");
        return now || clock || millis || date || random;
    }

    // 7. Names say what a class is for.

    @Test
    void noClassHasANameThatSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Dto|DTO|Utils?|Helper)")
                .check(HUBEE);
    }

    /** Checks that a class name is unique, so that a search finds one class. */
    @Test
    void noTwoClassesHaveTheSameName() {
        var shared = HUBEE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(resideOutsideOfPackages("fr.hubee.tls..", "fr.hubee.pool..")) // belong to the server
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new, Collectors.counting()));
        shared.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), shared);
    }

    @Test
    void resourcesAreOfTheApiOrThePortal() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .resideInAnyPackage("fr.hubee.api..", "fr.hubee.portal..")
                .check(HUBEE);
    }

    @Test
    void repositoriesAreHiddenInTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .bePackagePrivate()
                .check(HUBEE);
    }

    @Test
    void entitiesHaveNoPublicSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .haveNameMatching("set[A-Z].*")
                .should()
                .bePublic()
                .allowEmptyShould(true)
                .check(HUBEE);
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePrivate()
                .orShould()
                .beFinal()
                .check(HUBEE);
    }

    // 8. What is shared by requests does not change, and no failure is swallowed.

    @Test
    void statelessBeansHoldNoState() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Stateless.class)
                .should(be(describe("injected or constant", ArchitectureTest::holdsNoState)))
                .check(HUBEE);
    }

    static boolean holdsNoState(JavaField field) {
        boolean constant = field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL));
        return constant || isAnyOf(field, INJECTED);
    }

    /** Checks that no server keeps state of a person: any of them can answer the next request. */
    @Test
    void noServerRemembersAPerson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("jakarta\\.servlet\\.http\\.HttpSession|.*\\.(View|Session|Conversation|Flow)Scoped"
                        + "|jakarta\\.faces\\.context\\.Flash")
                .check(HUBEE);
    }

    @Test
    void nobodyCatchesEverything() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat(not(mayCatchEverything()))
                .should(be(describe("catching no Exception", unit -> !catchesEverything(unit))))
                .check(HUBEE);
    }

    /** The server throws a checked exception that nobody declares where a commit fails: three classes meet it. */
    static DescribedPredicate<JavaClass> mayCatchEverything() {
        return resideInAnyPackage("fr.hubee.api.http")
                .or(belongToAnyOf(RowByRow.class, Transactions.class, CallerFilter.class))
                .or(assignableTo(JobListener.class))
                .or(assignableTo(StepListener.class));
    }

    /** Whether it catches Throwable; the catch that the compiler writes for each try with resources is ignored. */
    static boolean catchesEverything(JavaCodeUnit unit) {
        return unit.getTryCatchBlocks().stream()
                .flatMap(block -> block.getCaughtThrowables().stream())
                .anyMatch(caught -> caught.isEquivalentTo(Exception.class));
    }
}
