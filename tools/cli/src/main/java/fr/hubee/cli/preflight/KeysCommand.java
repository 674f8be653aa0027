package fr.hubee.cli.preflight;

import fr.hubee.cli.ExitCode;
import fr.hubee.files.encryption.KeySet;
import fr.hubee.files.encryption.MasterKey;
import fr.hubee.files.encryption.MasterKeyFile;
import fr.hubee.files.encryption.MasterKeySettings;
import fr.hubee.kernel.settings.SettingSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code keys new | add | use KEY | remove KEY | status [--file FILE]}: management of the file of the master keys. */
public final class KeysCommand {
    private final SettingSource settings;
    private final PrintStream out;

    KeysCommand(SettingSource settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static int run(List<String> arguments) {
        return new KeysCommand(SettingSource.ofThisServer(), System.out).start(arguments.subList(1, arguments.size()));
    }

    int start(List<String> arguments) {
        var words = new ArrayDeque<>(arguments);
        var command = words.isEmpty() ? "" : words.pop();
        var key = List.of("use", "remove").contains(command) && !words.isEmpty() ? words.pop() : "";
        var file = MasterKeySettings.file(settings);
        if (words.size() == 2 && words.pop().equals("--file")) {
            file = Optional.of(Path.of(words.pop()));
        }
        if (!words.isEmpty() || file.isEmpty()) {
            return usage();
        }
        try {
            return run(command, key, new MasterKeyFile(file.get()));
        } catch (IllegalArgumentException | IOException | SQLException refused) {
            out.println("REFUSED: " + refused.getMessage());
            return ExitCode.BAD;
        }
    }

    private int usage() {
        out.println(
                "Usage: keys new | add | use KEY | remove KEY | status, and where the file is: --file FILE, or the setting of the server");
        return ExitCode.NOT_UNDERSTOOD;
    }

    private int run(String command, String key, MasterKeyFile file) throws IOException, SQLException {
        switch (command) {
            case "new" -> {
                if (Files.exists(file.path())) {
                    throw new IllegalArgumentException(file.path() + " is there already");
                }
                write(file, KeySet.fresh());
            }
            case "add" -> write(file, file.read().withAnother());
            case "use" -> write(file, file.read().using(key));
            case "remove" -> {
                if (uses().containsKey(key)) {
                    throw new IllegalArgumentException(
                            "data keys are still encrypted with " + key + ": the job KEY_ROTATION changes that");
                }
                write(file, file.read().without(key));
            }
            case "status" -> status(file.read());
            default -> {
                return usage();
            }
        }
        return ExitCode.GOOD;
    }

    private void write(MasterKeyFile file, KeySet keys) throws IOException {
        file.write(keys);
        for (var key : keys.all()) {
            out.println(key.name() + (key.name().equals(keys.current().name()) ? " (current)" : ""));
        }
    }

    private void status(KeySet keys) throws SQLException {
        var uses = uses();
        for (var key : keys.all()) {
            var count = uses.remove(key.name());
            out.println(key.name() + ": " + (count == null ? "0" : count) + " data keys"
                    + (isCurrent(key, keys) ? " (current)" : count == null ? ", may be removed" : ""));
        }
        uses.forEach((name, count) -> out.println(name + ": " + count + " data keys, MISSING in this file"));
    }

    private static boolean isCurrent(MasterKey key, KeySet keys) {
        return key.name().equals(keys.current().name());
    }

    /** Returns how many data keys each master key encrypts. */
    private Map<String, String> uses() throws SQLException {
        var uses = new TreeMap<String, String>();
        try (var connection = new DatabaseAddress(settings).readOnly().getConnection()) {
            for (var name : MasterKeyFindings.used(connection)) {
                uses.put(name, Rows.text(connection, "select count(*) from data_key where master_key = ?", name));
            }
        }
        return uses;
    }
}
