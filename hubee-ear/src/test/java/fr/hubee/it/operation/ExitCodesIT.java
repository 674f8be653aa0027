package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the operator's script ends with the exit codes of docs/operations.md, on a server and in the unpacked archive. */
class ExitCodesIT {
    private static final Path DOCS = Path.of(System.getProperty("hubee.server"), "../../../docs");
    private static final String KID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

    @TempDir
    Path folder;

    private Path script = Path.of(System.getProperty("hubee.server"), "bin", "hubee");
    private String said;

    @BeforeEach
    void write() throws IOException {
        var receipt = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]{86}")
                .matcher(Files.readString(DOCS.resolve("receipts.md")));
        assertTrue(receipt.find());
        Files.writeString(folder.resolve("receipt.jws"), receipt.group());
        Files.writeString(folder.resolve("letter.txt"), "Dear auditor,\n");
    }

    int hubee(String... command) throws Exception {
        var words = new ArrayList<>(List.of(script.toString()));
        words.addAll(List.of(command));
        var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBEE_") || name.startsWith("JBOSS_"));
        builder.environment().put("HUBEE_DB_HOST", "127.0.0.1");
        builder.environment().put("HUBEE_DB_PORT", "1"); // nobody answers
        builder.environment().put("JBOSS_BASE_DIR", folder.resolve("server").toString());
        var process = builder.start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    /** Returns the cells of the table, by command. */
    static Map<String, List<String>> documented() throws IOException {
        var rows = new TreeMap<String, List<String>>();
        var text = Files.readString(DOCS.resolve("operations.md"));
        var table = text.substring(text.indexOf("## Exit codes"));
        for (var line : table.substring(0, table.indexOf("\n## ")).lines().toList()) {
            var cells = line.split("\\|", -1);
            if (line.startsWith("| `")) {
                Pattern.compile("`([a-z-]+)`")
                        .matcher(cells[1])
                        .results()
                        .forEach(name -> rows.put(
                                name.group(1),
                                Stream.of(cells).skip(2).map(String::strip).toList()));
            }
        }
        return rows;
    }

    void ends(int status, String... command) throws Exception {
        assertEquals(status, hubee(command), () -> String.join(" ", command) + ": " + said);
        assertNotEquals("", documented().get(command[0]).get(status), () -> command[0] + " is not documented so");
    }

    void endsInServer(int status, String... command) throws Exception {
        var words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--ear", System.getProperty("hubee.ear")));
        ends(status, words.toArray(String[]::new));
    }

    @Test
    void theManualNamesEachCommand() throws Exception {
        var commands = new TreeSet<String>();
        var cases = Files.readString(script);
        Pattern.compile("(?m)^    ([a-z| -]+)\\)")
                .matcher(cases.substring(cases.lastIndexOf("case $command in")))
                .results()
                .forEach(line -> commands.addAll(List.of(line.group(1).split("[ |]+", -1))));
        commands.removeIf(name -> name.startsWith("-"));

        assertEquals(commands, documented().keySet());
    }

    @Test
    void aCommandEndsWithTheExitCodeOfTheManual() throws Exception {
        endsInServer(0, "verify-receipt", "receipt.jws", "--key", KID);
        endsInServer(1, "verify-receipt", "receipt.jws", "--key", "another");
        endsInServer(2, "verify-receipt", "letter.txt", "--key", KID);
        endsInServer(3, "verify-receipt", "receipt.jws");
        assertTrue(said.contains("nobody says who signed it"), said);
        endsInServer(2, "verify-journal", "letter.txt");
        endsInServer(1, "preflight");
        endsInServer(2, "preflight", "--nonsense");
        endsInServer(0, "keys", "new", "--file", "master-key.json");
        endsInServer(1, "keys", "new", "--file", "master-key.json");
        endsInServer(1, "backup", "backups");
        endsInServer(2, "restore");
        ends(2, "migrate", "--ear", "nowhere.ear");
        ends(0, "drain");
        ends(0, "help");
        assertEquals(2, hubee("nonsense"), said);
    }

    /** Checks that an auditor can verify a receipt without a server. */
    @Test
    void aReceiptIsVerifiedWithTheUnpackedArchive() throws Exception {
        var bin = Files.createDirectories(folder.resolve("archive/bin"));
        script = Files.copy(script, bin.resolve("hubee"));
        Files.createSymbolicLink(
                folder.resolve("archive/hubee.ear"),
                Path.of(System.getProperty("hubee.ear")).toAbsolutePath());

        ends(0, "verify-receipt", "receipt.jws", "--key", KID);
        ends(2, "verify-receipt", "letter.txt");
        ends(2, "preflight");
        assertEquals(
                "hubee preflight needs the modules of a server with HubEE: set JBOSS_HOME to its folder.",
                said.strip());
    }
}
