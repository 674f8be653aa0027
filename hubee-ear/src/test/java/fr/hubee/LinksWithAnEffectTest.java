package fr.hubee;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import fr.hubee.it.attack.ForeignPageIT;
import fr.hubee.portal.page.ActingLink;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Named;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that a GET request that writes to the journal, or changes anything, is answered to our own pages only: its servlet is an {@link
 * ActingLink}, or its page asks {@code ListExport} whether an export is wanted. All that a GET can call is followed, down to what writes.
 */
class LinksWithAnEffectTest {
    /** Effects that a link from anywhere may cause, each with its reason. */
    static final Map<String, String> FROM_ANYWHERE = Map.of(
            "CaseReadingService.open", "mails lead to a télédossier: its opening is recorded",
            "RescueService.open", "the same",
            "PreviewPage.opened", "a page that shows her a file, as that of the télédossier does",
            "RefusalService.record", "a refusal is recorded, wherever the link was",
            "BlobReader.found", "a damaged file is noticed by whoever reads it");

    /** Servlets to which another site leads, before the person is known. */
    static final Set<String> SIGN_IN = Set.of("DepartureServlet", "ReturnServlet");

    private static final Path PAGES = Path.of("..", "hubee-web", "src", "main", "webapp");

    /** The method that a button of a page calls; {@code f:viewAction} is called by a link. */
    private static final Pattern BUTTON = Pattern.compile("<(?!f:viewAction)[^<]*?\\baction=\"#\\{(\\w+\\.\\w+)");

    @Test
    void aButtonThatChangesDataIsMarked() throws IOException {
        var buttons = buttons();
        var unmarked = ArchitectureTest.HUBEE.stream()
                .flatMap(type -> called(type, buttons))
                .filter(unit -> acts(unit, new HashSet<>()))
                .map(LinksWithAnEffectTest::name)
                .collect(toCollection(TreeSet::new));

        assertEquals("", String.join("\n", unmarked));
    }

    /** Checks that the test above finds something at all. */
    @Test
    void theMarkedOnesAct() {
        var marked = ArchitectureTest.HUBEE.stream()
                .filter(type -> type.isAnnotatedWith(ActingLink.class))
                .toList();

        assertEquals(tried(), addresses(marked));
        assertEquals(
                "",
                marked.stream()
                        .filter(type -> type.getMethods().stream()
                                .filter(method -> method.getName().equals("doGet"))
                                .noneMatch(method -> acts(method, new HashSet<>())))
                        .map(JavaClass::getSimpleName)
                        .collect(joining("\n")));
    }

    /** Returns the addresses that a test on the server tries as links of another site. */
    private static Set<String> tried() {
        var tried = new TreeSet<>(ForeignPageIT.ACTING);
        tried.add(ForeignPageIT.WHOLE_JOURNAL);
        return tried;
    }

    private static Set<String> addresses(List<JavaClass> servlets) {
        return servlets.stream()
                .map(servlet -> servlet.getAnnotationOfType(WebServlet.class))
                .flatMap(servlet ->
                        Stream.of(servlet.value(), servlet.urlPatterns()).flatMap(Stream::of))
                .collect(toCollection(TreeSet::new));
    }

    /** Returns the methods of a class that a GET request may call first. */
    private static Stream<JavaCodeUnit> called(JavaClass type, Set<String> buttons) {
        if (type.isAssignableTo(HttpServlet.class)) {
            return type.isAnnotatedWith(ActingLink.class) || SIGN_IN.contains(type.getSimpleName())
                    ? Stream.of()
                    : type.getCodeUnits().stream().filter(unit -> unit.getName().matches("doGet|service"));
        }
        return isBeanOfPages(type)
                ? type.getCodeUnits().stream().filter(unit -> isCalled(unit) && !buttons.contains(name(unit)))
                : Stream.of();
    }

    private static boolean isBeanOfPages(JavaClass type) {
        return type.isAnnotatedWith(Named.class) && type.getPackageName().startsWith("fr.hubee.portal.");
    }

    /** Whether an expression of the page calls it, or the creation of its bean. */
    private static boolean isCalled(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC) || unit.isAnnotatedWith(PostConstruct.class);
    }

    private static boolean acts(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        return seen.add(unit)
                && !FROM_ANYWHERE.containsKey(name(unit))
                && !asksWhetherAnExportIsWanted(unit)
                && targets(unit).anyMatch(target -> writes(target) || isFollowed(target, seen));
    }

    private static boolean asksWhetherAnExportIsWanted(JavaCodeUnit unit) {
        return targets(unit).anyMatch(target -> name(target).equals("ListExport.asked"));
    }

    private static Stream<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
        return Stream.<JavaAccess<? extends CodeUnitAccessTarget>>concat(
                        unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                .map(JavaAccess::getTarget);
    }

    private static boolean writes(CodeUnitAccessTarget target) {
        return name(target).matches("AuditJournal.record|Event.fire|EntityManager.(persist|merge|remove)")
                || target.getName().matches("executeUpdate|executeBatch");
    }

    private static boolean isFollowed(CodeUnitAccessTarget target, Set<JavaCodeUnit> seen) {
        return target.resolveMember().stream()
                .filter(member -> member.getOwner().getPackageName().startsWith("fr.hubee."))
                .flatMap(LinksWithAnEffectTest::itAndWhatReplacesIt)
                .anyMatch(member -> acts(member, seen));
    }

    private static Stream<JavaCodeUnit> itAndWhatReplacesIt(JavaCodeUnit member) {
        var replacing = member.getOwner().getAllSubclasses().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getName().equals(member.getName())
                        && method.getRawParameterTypes().equals(member.getRawParameterTypes()));
        return Stream.concat(Stream.of(member), replacing);
    }

    private static String name(JavaCodeUnit unit) {
        return unit.getOwner().getSimpleName() + "." + unit.getName();
    }

    private static String name(CodeUnitAccessTarget target) {
        return target.getOwner().getSimpleName() + "." + target.getName();
    }

    /** Returns the methods of buttons; the bean of {@code #{moveForm.move}} is the class {@code MoveForm}. */
    private static Set<String> buttons() throws IOException {
        var buttons = new HashSet<String>();
        try (var files = Files.walk(PAGES)) {
            for (var page :
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                BUTTON.matcher(Files.readString(page))
                        .results()
                        .map(action -> action.group(1))
                        .forEach(action ->
                                buttons.add(action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1)));
            }
        }
        return buttons;
    }
}
