package fr.hubee.api.directory;

import fr.hubee.kernel.settings.SettingSource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** @param files data to load at start, in this order */
public record BootstrapSettings(List<Path> files) {

    public BootstrapSettings(SettingSource source) {
        this(source.read("HUBEE_BOOTSTRAP", "", BootstrapSettings::paths));
    }

    private static List<Path> paths(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
    }
}
