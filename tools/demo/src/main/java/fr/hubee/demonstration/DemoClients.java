package fr.hubee.demonstration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The partners of the demonstration, with their secrets. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DemoClients(List<Client> clients) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Client(
            String clientId, String clientSecret, String scope, Organization organization, List<String> processCodes) {}

    record Organization(String type, String companyRegister, String branchCode) {
        String key() {
            return type + "-" + companyRegister + "-" + branchCode;
        }
    }

    static DemoClients read(Path json) throws IOException {
        return new ObjectMapper().readValue(json.toFile(), DemoClients.class);
    }

    Client named(String clientId) {
        return clients.stream()
                .filter(client -> client.clientId().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demonstration has no client " + clientId));
    }

    String asTable() {
        var table = new StringBuilder(row("client id", "secret", "scope", "organisation", "démarches"));
        for (var client : clients) {
            var processes =
                    client.processCodes().isEmpty() ? "all of its own" : String.join(", ", client.processCodes());
            table.append(row(
                    client.clientId(),
                    client.clientSecret(),
                    client.scope(),
                    client.organization().key(),
                    processes));
        }
        return table.toString();
    }

    private static String row(String... cells) {
        return "  %-28s %-62s %-8s %-26s %s%n".formatted((Object[]) cells);
    }
}
