package fr.hubee;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import fr.hubee.it.attack.ForeignPageIT;
import fr.hubee.portal.page.ActingLink;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Named;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that a GET request that writes to the journal, or changes anything, is answered to our own pages only: its servlet or
 * resource is an {@link ActingLink}, or its page asks {@code ListExport} whether an export is wanted. All that a GET can call is followed, down to what writes.
 */
class LinksWithAnEffectTest {
    /** Effects that a link from anywhere may cause, each with its reason. */
    static final Map<String, String> FROM_ANYWHERE = Map.of(
            "CaseReadingService.open", "mails lead to a télédossier: its opening is recorded",
            "RescueService.open", "the same",
            "CaseSupportService.find", "the same, for the support",
            "PreviewPage.opened", "a page that shows her a file, as that of the télédossier does",
            "CaseListPage.remember",
                    "only her form of filters on a page of ours, and a header that she presses, change how her list opens",
            "RefusalService.record", "a refusal is recorded, wherever the link was",
            "BlobReader.found", "a damaged file is noticed by whoever reads it");

    /** Servlets to which another site leads, before the person is known. */
    static final Set<String> SIGN_IN = Set.of("DepartureServlet", "ReturnServlet");

    private static final File PAGES = new File("../hubee-web/src/main/webapp");

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
        var marked = marked().toList();

        assertEquals(
                tried(),
                marked.stream().flatMap(LinksWithAnEffectTest::addresses).collect(toCollection(TreeSet::new)));
        assertEquals(
                "",
                marked.stream()
                        .filter(method -> !acts(method, new HashSet<>()))
                        .map(LinksWithAnEffectTest::name)
                        .collect(joining("\n")));
    }

    /** Returns the marked methods of resources, and what a GET request calls of marked servlets. */
    private static Stream<JavaMethod> marked() {
        return ArchitectureTest.HUBEE.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(ActingLink.class)
                        || (method.getOwner().isAnnotatedWith(ActingLink.class)
                                && method.getName().equals("doGet")));
    }

    /** Returns the addresses that a test on the server tries as links of another site. */
    private static Set<String> tried() {
        var tried = new TreeSet<>(ForeignPageIT.ACTING);
        tried.add(ForeignPageIT.WHOLE_JOURNAL);
        return tried;
    }

    private static Stream<String> addresses(JavaMethod method) {
        if (method.isAnnotatedWith(Path.class)) {
            var root = method.getOwner().getAnnotationOfType(Path.class).value();
            var path = method.getAnnotationOfType(Path.class).value();
            return Stream.of("/fichiers" + (root.equals("/") ? "" : root) + path);
        }
        var servlet = method.getOwner().getAnnotationOfType(WebServlet.class);
        return Stream.of(servlet.value(), servlet.urlPatterns()).flatMap(Stream::of);
    }

    /** Returns the methods of a class that a GET request may call first. */
    private static Stream<JavaCodeUnit> called(JavaClass type, Set<String> buttons) {
        if (type.isAssignableTo(HttpServlet.class)) {
            return type.isAnnotatedWith(ActingLink.class) || SIGN_IN.contains(type.getSimpleName())
                    ? Stream.of()
                    : type.getCodeUnits().stream().filter(unit -> unit.getName().matches("doGet|service"));
        }
        if (type.isAnnotatedWith(Path.class) && isOfPortal(type)) {
            return type.getCodeUnits().stream()
                    .filter(unit -> unit.isAnnotatedWith(GET.class) && !unit.isAnnotatedWith(ActingLink.class));
        }
        return isBeanOfPages(type)
                ? type.getCodeUnits().stream().filter(unit -> isCalled(unit) && !buttons.contains(name(unit)))
                : Stream.of();
    }

    private static boolean isBeanOfPages(JavaClass type) {
        return type.isMetaAnnotatedWith(Named.class) && isOfPortal(type);
    }

    private static boolean isOfPortal(JavaClass type) {
        return type.getPackageName().startsWith("fr.hubee.portal.");
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
        try (var files = Files.walk(PAGES.toPath())) {
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
