package fr.hubee.demonstration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The first steps of a newcomer, as commands to paste: a folder goes from an operator to a town hall. */
final class Walk {
    private static final String TRANSMITTER = "demo-dila";
    private static final String TOWN_HALL = "demo-valbourg-etatcivil";
    private static final String PROCESS = "EtatCivil";

    private Walk() {}

    static String through(String address, DemoClients clients) throws IOException {
        var osl = clients.named(TRANSMITTER);
        var si = clients.named(TOWN_HALL);
        return template()
                .replace("@address@", address)
                .replace("@process@", PROCESS)
                .replace("@oslId@", osl.clientId())
                .replace("@oslSecret@", osl.clientSecret())
                .replace("@siId@", si.clientId())
                .replace("@siSecret@", si.clientSecret())
                .replace("@siType@", si.organization().type())
                .replace("@siRegister@", si.organization().companyRegister())
                .replace("@siBranch@", si.organization().branchCode());
    }

    private static String template() throws IOException {
        try (var text = Walk.class.getResourceAsStream("walk.sh")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
