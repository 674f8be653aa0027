package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.portal.PageRightsIT.Side;
import fr.hubee.it.portal.PageRightsIT.Who;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.PageForm;
import fr.hubee.it.world.PageForm.Field;
import fr.hubee.it.world.Partner;
import fr.hubee.people.account.ActorType;
import fr.hubee.websecurity.PersonCookie;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Everybody sends every form of her pages with each field missing, doubled and meaningless, and every address with meaningless parameters:
 * none causes a failure of the hub, and none writes a stack to the log.
 */
class ForgedFieldsIT extends OverHttp {
    static final Path LOG = Path.of(System.getProperty("hubee.work"), "it-server", "log", "server.log");

    static final String ZERO = "a\u0000";

    static final String NONSENSE = "é'\"<x>%-1";

    /** Pages whose buttons would affect all other tests: their fields are sent, but no button is pressed. */
    static final Set<String> NOT_PRESSED =
            Set.of("/travail", "/conservation", "/a-surveiller", "/demarche", "/import-organisations", "/courriels");

    /** Wrong answers, each in a few words, with its status. */
    final Set<String> wrong = new TreeSet<>();

    final Set<String> requests = new HashSet<>();
    final Set<String> seen = new HashSet<>();

    /** Forms of which a button has met every fault of every field: in the normal run, its others meet only nonsense. */
    final Set<String> forged = new HashSet<>();

    static final boolean LONG = Boolean.getBoolean("hubee.long");

    Supplier<String> session;
    String cookie;

    Answer send(HttpRequest.Builder request, String what) {
        var answer = Partner.send(
                request.header("Cookie", PersonCookie.NAME + "=" + cookie).header("Sec-Fetch-Site", "same-origin"));
        requests.add(answer.header("X-Request-Id"));
        if (answer.status() >= 500) {
            wrong.add(answer.status() + " " + what);
        }
        if (answer.status() == 302 && String.valueOf(answer.header("Location")).contains("/connexion")) {
            cookie = session.get(); // the form has ended the session
        }
        return answer;
    }

    void post(PageForm form, List<Field> sent, String what) {
        post(form.path(), "application/x-www-form-urlencoded", PageForm.encoded(sent), what);
        if (form.multipart()) {
            post(form.path(), "multipart/form-data; boundary=limit", PageForm.parts(sent, "limit"), "parts " + what);
        }
    }

    void post(String address, String type, String body, String what) {
        send(
                Partner.to(address.replace(" ", "%20"))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)),
                what);
    }

    void visit(Who who, String address) {
        cookie = session.get();
        var path = address.replaceFirst("\\?.*", "");
        var page = send(Partner.to(address), who + " " + address);
        for (var form : PageForm.of(page, address)) {
            var buttons = NOT_PRESSED.contains(path) || form.buttons().isEmpty()
                    ? List.of(new Field("nothing", "pressed"))
                    : form.buttons();
            for (var button : buttons) {
                if (!form.path().contains("/deconnexion") && isNew(path, form, button)) {
                    forge(who, path, form, button);
                }
            }
        }
        var parameters = new TreeSet<>(Set.of("page", "tri"));
        PageForm.of(page, address).stream()
                .filter(form -> !form.posted())
                .forEach(form -> parameters.addAll(form.names()));
        if (address.contains("=")) {
            parameters.add(address.replaceFirst(".*\\?", "").replaceFirst("=.*", ""));
        }
        parameters.forEach(name -> ask(who, address, name));
    }

    /** Whether this form was not tested yet with this button on this page. */
    boolean isNew(String path, PageForm form, Field button) {
        return form.posted() && !form.names().isEmpty() && seen.add(path + button.name() + form.names());
    }

    void forge(Who who, String path, PageForm form, Field button) {
        var sent = form.pressed(button);
        var what = who + " " + path + " " + button.name() + " ";
        boolean wholly = forged.add(path + form.names()) || LONG;
        for (var name : form.names()) {
            if (wholly) {
                post(form, PageForm.without(name, sent), what + "without " + name);
                post(form, PageForm.with(name, NONSENSE, sent), what + "twice " + name);
            }
            post(form, PageForm.with(name, NONSENSE, PageForm.without(name, sent)), what + "nonsense " + name);
        }
        post(form, PageForm.with(form.names().get(0), ZERO, sent), what + "zero");
    }

    void ask(Who who, String address, String name) {
        var others = address.replaceFirst("([?&])" + name + "=[^&]*", "$1");
        for (var value : List.of(ZERO, NONSENSE)) {
            var asked = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
            var what = who + " " + address + " with " + name + " " + (value.equals(ZERO) ? "zero" : value);
            var answer = send(Partner.to(others + (others.contains("?") ? "&" : "?") + asked), what);
            if (value.equals(ZERO) && answer.status() != 400) {
                wrong.add(answer.status() + " " + what);
            }
        }
    }

    /** Returns her requests after which a stack is in the log. */
    Set<String> stacks() throws IOException {
        var stacks = new TreeSet<String>();
        var last = "";
        for (var line : Files.readAllLines(LOG, StandardCharsets.ISO_8859_1)) {
            if (line.startsWith("\tat ")) {
                var named = last;
                requests.stream().filter(id -> named.contains("[" + id + "]")).forEach(id -> stacks.add(named));
            } else if (line.matches("\\d{4}-.*")) {
                last = line;
            }
        }
        return stacks;
    }

    void walk(Who who, Visitor person, Side own) throws IOException {
        session = person::openSession;
        var pages = new ArrayList<>(PageRightsIT.PAGES);
        pages.removeIf(page -> !page.own().contains(who));
        pages.forEach(page -> visit(who, own.in(page.address())));

        assertEquals("", String.join("\n", wrong));
        assertTrue(requests.size() > 100, () -> requests.size() + " requests");
        assertEquals("", String.join("\n", stacks()));
    }

    static Side world() {
        return PageRightsIT.side("demo-dila", "EtatCivil", "ActeEtatCivil-XML");
    }

    @Test
    void anAgent() throws IOException {
        var own = world();
        walk(Who.AGENT, Visitor.agent(own.town(), own.process()), own);
    }

    @Test
    void aLocalAdministrator() throws IOException {
        var own = world();
        walk(Who.LOCAL, Visitor.administrator(own.town()), own);
    }

    @Test
    @EnabledIfSystemProperty(named = "hubee.long", matches = "true") // her pages are nearly those of the others
    void anEditor() throws IOException {
        var own = world();
        walk(Who.EDITOR, PageRightsIT.of(PageRightsIT.editorOf(own), ActorType.EDITOR), own);
    }

    @Test
    @EnabledIfSystemProperty(named = "hubee.long", matches = "true") // her pages are nearly those of the others
    void theAdministratorOfAnOperator() throws IOException {
        walk(Who.BUSINESS, PageRightsIT.of(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR), world());
    }

    @Test
    void theNationalAdministrator() throws IOException {
        var own = world();
        var client = "walked-" + own.town().companyRegister();
        Database.change(
                "insert into api_client (client_id, scope, organization_type, company_register, branch_code,"
                        + " process_codes, created_at, version) values (?, 'SI', 'SI', ?, ?, '{EtatCivil}', now(), 0)",
                client,
                own.town().companyRegister(),
                own.town().branchCode());
        walk(Who.NATIONAL, Visitor.national(), own.with(client));
    }
}
