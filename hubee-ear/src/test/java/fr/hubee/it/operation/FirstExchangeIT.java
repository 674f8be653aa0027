package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of an operator and of DataPass, as step 9 of docs/production.md shows them: run as they stand. */
class FirstExchangeIT extends OverHttp {
    private static final Path PAGE =
            Path.of(System.getProperty("hubee.bootstrap"), "../../../../../docs/production.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```bash\n(.*?)```\n");

    @TempDir
    Path folder;

    final NewTown town = NewTown.fresh();

    /** Returns the blocks of the step: names that both others use, the télédossier of an operator, the calls of DataPass. */
    private static List<String> step9() throws Exception {
        var page = Files.readString(PAGE);
        return BLOCK.matcher(page.substring(page.indexOf("**9. ")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Returns the commands with what an operator fills in. */
    private String filled(String commands) {
        var filled = commands.replace("https://hubee.example", Partner.address())
                .replace("<IDENTIFIANT-DATAPASS>", "demo-datapass")
                .replace("<CLE-DATAPASS>", Partner.secret("demo-datapass"))
                .replace("<IDENTIFIANT-OPERATEUR>", "demo-dila")
                .replace("<CLE-OPERATEUR>", Partner.secret("demo-dila"))
                .replace("<SIRET>", town.companyRegister())
                .replace("<CODE-INSEE>", town.branchCode())
                .replace("ada@", "ada." + town.companyRegister() + "@");
        assertFalse(filled.contains("<SIRET") || filled.contains("<CLE"), filled);
        return filled;
    }

    private String run(String commands) throws Exception {
        var said = folder.resolve("said").toFile();
        var shell = new ProcessBuilder("bash", "-c", "set -euo pipefail\n" + commands)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        try {
            assertTrue(shell.waitFor(2, TimeUnit.MINUTES), commands);
            var answers = Files.readString(said.toPath());
            assertEquals(0, shell.exitValue(), answers);
            return answers;
        } finally {
            shell.destroy();
        }
    }

    @Test
    void dataPassRegistersAServiceAndItsSubscriptionAndTheOperatorSeesIt() throws Exception {
        var step = step9();
        var answers = run(filled(step.get(0) + step.get(2)));

        assertEquals(
                1,
                Database.count(
                        "subscription where company_register = ? and validated_at is not null", town.companyRegister()),
                answers);
        assertEquals(1, Database.count("account where company_register = ?", town.companyRegister()), answers);
        assertTrue(
                answers.lines().reduce((before, last) -> last).orElseThrow().contains(town.companyRegister()), answers);
    }

    @Test
    void anOperatorSendsTheServiceItsFirstTeledossier() throws Exception {
        town.registered().inService("EtatCivil", "PORTAIL");
        var step = step9();

        var answers = run(filled(step.get(0) + step.get(1)));

        assertEquals(
                1,
                Database.count(
                        "cases c where c.company_register = ? and c.status in ('HUBEE_NOTIFIED', 'SENT') and exists (select from case_attachment l"
                                + " join attachment a on a.id = l.attachment_id where l.case_id = c.id and a.status = 'RECEIVED')",
                        town.companyRegister()),
                answers);
    }
}
