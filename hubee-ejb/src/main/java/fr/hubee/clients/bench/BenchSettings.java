package fr.hubee.clients.bench;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * @param on false on a hub that is in production: then there is no bench
 * @param scenarios a folder with more scenarios
 * @param patience how long a step waits for the software, unless it says otherwise
 * @param certifiers names of the keys of other hubs whose certificates of software are good here, too
 */
public record BenchSettings(boolean on, Optional<Path> scenarios, Duration patience, Set<String> certifiers) {

    public BenchSettings(SettingSource source) {
        this(
                source.read("HUBEE_BENCH", "false", SettingValues::yesOrNo),
                source.read(
                        "HUBEE_BENCH_SCENARIOS",
                        "",
                        text -> SettingValues.optional(text).map(BenchSettings::folder)),
                source.read("HUBEE_BENCH_PATIENCE", "PT2M", SettingValues::positiveDuration),
                source.read(
                        "HUBEE_CERTIFIERS",
                        "",
                        text -> SettingValues.optional(text)
                                .map(names -> Set.of(names.split("[,\\s]+")))
                                .orElse(Set.of())));
    }

    private static Path folder(String text) {
        var folder = SettingValues.path(text);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder");
        }
        return folder;
    }

    /** Returns the address at which this node answers itself. */
    static URI ownAddress() {
        var bound = System.getProperty("jboss.bind.address", "127.0.0.1");
        var host = bound.equals("0.0.0.0") || bound.equals("::") ? "127.0.0.1" : bound;
        int port =
                Integer.getInteger("jboss.http.port", 8080) + Integer.getInteger("jboss.socket.binding.port-offset", 0);
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
