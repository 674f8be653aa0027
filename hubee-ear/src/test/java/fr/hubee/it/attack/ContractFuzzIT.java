package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.it.OverHttp;
import fr.hubee.it.attack.InventedCalls.Call;
import fr.hubee.it.attack.InventedCalls.Operation;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks the operations of the contracts with calls that are invented: no fault of the hub, refusals in the contract's form only, and nothing
 * changed by what was refused. {@code --long} makes 100,000 of them, {@code -Dhubee.fuzz.calls} and {@code -Dhubee.seed} others.
 */
class ContractFuzzIT extends OverHttp {
    private static final int CALLS =
            Integer.getInteger("hubee.fuzz.calls", Boolean.getBoolean("hubee.long") ? 25_000 : 100);
    private static final long SEED =
            Long.getLong("hubee.seed", Boolean.getBoolean("hubee.long") ? System.nanoTime() : 33);

    /** Calls of one operation, after which the database is compared. */
    private static final int AT_ONCE = 10;

    private static final List<String> TABLES = List.of(
            "folder",
            "cases",
            "case_event",
            "attachment",
            "case_attachment",
            "notification",
            "organization",
            "process",
            "subscription");

    private final Random random = new Random(SEED);
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> wrong = new ArrayList<>();
    private final List<Partner> partners = Stream.of(
                    "demo-dila", "demo-admin", "demo-valbourg-etatcivil", "demo-datapass")
            .map(Partner::of)
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"teledossiers.yaml", "referential.yaml", "feed.yaml", "bench.yaml"})
    void aCallIsDoneOrRefusedInTheFormOfTheContract(String contract) throws IOException {
        var calls = new InventedCalls(
                contract, random, contract.startsWith("tel") ? ContractFuzzIT::here : ContractFuzzIT::elsewhere);
        learn(calls, Deposit.complete(dila, Deposit.TOWN).folder());
        for (int done = 0; done < CALLS && wrong.size() < 20; done += AT_ONCE) {
            some(calls, calls.operations.get(random.nextInt(calls.operations.size())));
        }
        assertEquals("", String.join("\n", wrong), () -> "-Dhubee.seed=" + SEED);
    }

    /** Puts the process and files of this hub into examples; the number is one that others do not use. */
    private static String here(String example) {
        if (example.contains("organizationSource")) {
            return elsewhere(example); // the cases of other tests stay where they are
        }
        return example.isEmpty()
                ? new String(Deposit.REQUEST, StandardCharsets.UTF_8)
                : example.replace("demande.pdf", "demande.xml")
                        .replace("ActeEtatCivil-PDF", "ActeEtatCivil-XML")
                        .replace("application/pdf", "application/xml")
                        .replace("48213", String.valueOf(Deposit.REQUEST.length));
    }

    /** Puts organisations, processes and scenarios into examples that no other test uses. */
    private static String elsewhere(String example) {
        return example.replaceAll("99000\\d{9}", "77000000000033")
                .replaceAll("EtatCivil|CERTDC|[A-Z]\\w+Civil|nominal", "FUZZ");
    }

    private static void learn(InventedCalls calls, JsonNode made) {
        made.findValuesAsText("id").stream().filter(id -> id.length() == 36).forEach(calls::learn);
    }

    private void some(InventedCalls calls, Operation operation) throws IOException {
        var before = state();
        var made = new ArrayList<String>();
        boolean refused = true;
        for (int each = 0; each < AT_ONCE; each++) {
            var call = calls.of(operation);
            var partner = partners.get(random.nextInt(random.nextInt(4) == 0 ? partners.size() : 2));
            var answer = Partner.send(request(partner, call));
            made.add("\n  " + answer.status() + " to " + curl(call));
            refused &= answer.status() >= 400;
            if (answer.status() == 201 && answer.bytes().length > 0) {
                learn(calls, json.readTree(answer.bytes()));
            }
            check(calls, call, answer);
        }
        var after = refused ? state() : before;
        if (!after.equals(before)) {
            wrong.add("All of these were refused, and the database changed from " + before + " to " + after + made);
        }
    }

    /** Returns what calls may change; that an upload was refused is noted, for those who wait for it. */
    private static String state() {
        return Database.text("select "
                + String.join(
                        " || ' ' || ",
                        TABLES.stream()
                                .map(table ->
                                        "(select count(*) || '-' || coalesce(sum(hashtext((to_jsonb(t) - 'refused_at')::text)), 0) from "
                                                + table + " t)")
                                .toList()));
    }

    private void check(InventedCalls calls, Call call, Answer answer) {
        if (answer.status() < 400) {
            return;
        }
        boolean right = answer.status() < 500
                && calls.isKnownStatus(answer.status())
                && (call.method().equals("HEAD") || isContractual(answer));
        if (!right) {
            wrong.add(answer.toString()
                            .substring(0, Math.min(300, answer.toString().length())) + " to " + curl(call));
        }
    }

    private boolean isContractual(Answer answer) {
        try {
            var errors = json.readTree(answer.bytes()).path("errors");
            boolean whole = !errors.isEmpty();
            for (var each : errors) {
                whole &= each.path("code").isInt() && each.path("message").isTextual() && each.size() == 2;
            }
            return whole && String.valueOf(answer.header("Content-Type")).startsWith("application/json");
        } catch (IOException invalid) {
            return false;
        }
    }

    private static HttpRequest.Builder request(Partner partner, Call call) {
        var request = partner.atRoot().request("/").uri(URI.create(Partner.address() + call.address()));
        call.headers().forEach(request::header);
        return request.method(
                call.method(),
                call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.bytes()));
    }

    private static String curl(Call call) {
        var curl = new StringBuilder();
        if (call.body() != null) {
            curl.append("echo ")
                    .append(Base64.getEncoder().encodeToString(call.bytes()))
                    .append(" | base64 -d | ");
        }
        curl.append("curl -i -X ")
                .append(call.method())
                .append(" '")
                .append(Partner.address())
                .append(call.address())
                .append('\'');
        call.headers()
                .forEach((name, value) -> curl.append(" -H '")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\''));
        return curl.append(call.body() == null ? "" : " --data-binary @-").toString();
    }
}
