package fr.hubee.portal.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Loads the texts: from the configured folder, which may change while the hub runs, else our own. */
@ApplicationScoped
public class PublicTexts {
    @Inject
    PublicTextSettings settings;

    /** Stops the start when the folder is missing. */
    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        settings.folder().filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new IllegalStateException("The setting HUBEE_TEXTS cannot be \"" + folder + "\": it is no folder");
        });
    }

    RenderedText render(PublicText text) {
        return Markdown.render(source(text));
    }

    String source(PublicText text) {
        try {
            return read(settings.folder(), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Optional<Path> folder, PublicText text) throws IOException {
        var own = folder.map(place -> place.resolve(text.fileName())).filter(Files::isRegularFile);
        if (own.isPresent()) {
            return Files.readString(own.get());
        }
        try (var ours = PublicTexts.class.getResourceAsStream(text.fileName())) {
            return new String(ours.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
