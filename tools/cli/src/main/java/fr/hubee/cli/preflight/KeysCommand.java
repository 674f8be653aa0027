package fr.hubee.cli.preflight;

import fr.hubee.cli.ExitCode;
import fr.hubee.files.encryption.KeySet;
import fr.hubee.files.encryption.MasterKey;
import fr.hubee.files.encryption.MasterKeyFile;
import fr.hubee.files.encryption.MasterKeySettings;
import fr.hubee.kernel.settings.SettingSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
        } catch (IllegalArgumentException | SQLException refused) {
            out.println("REFUSED: " + refused.getMessage());
        } catch (IOException failure) {
            out.println(
                    "REFUSED: " + reason(failure, file.get().toAbsolutePath().getParent()));
        }
        return ExitCode.BAD;
    }

    /** Says why a file cannot be written: an exception of the file system has its name as its message. */
    static String reason(IOException failure, Path folder) {
        if (failure instanceof AccessDeniedException) {
            return System.getProperty("user.name") + " may not write to " + folder
                    + ": run it as root, or name another file with --file";
        }
        return failure instanceof NoSuchFileException
                ? "there is no folder " + folder + ": make it, or name another file with --file"
                : failure.toString();
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
                    throw new IllegalArgumentException(
                            file.path()
                                    + " is there already, and what is encrypted with its keys needs it: keys add puts another key into it");
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

    /** Prints the use of each key. Keys are in the order in which they were added: those behind the current one wait for their turn. */
    private void status(KeySet keys) throws SQLException {
        var uses = uses();
        var unused = ", may be removed";
        for (var key : keys.all()) {
            var count = uses.remove(key.name());
            if (key.name().equals(keys.current().name())) {
                out.println(line(key, count, " (current)"));
                unused = ", not in use yet: keys use %s, once all servers have this file";
            } else {
                out.println(line(key, count, count == null ? unused.formatted(key.name()) : ""));
            }
        }
        uses.forEach((name, count) -> out.println(name + ": " + count + " data keys, MISSING in this file"));
    }

    private static String line(MasterKey key, String count, String state) {
        return key.name() + ": " + (count == null ? "0" : count) + " data keys" + state;
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
