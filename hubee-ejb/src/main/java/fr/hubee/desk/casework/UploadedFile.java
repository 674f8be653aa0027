package fr.hubee.desk.casework;

import java.io.IOException;
import java.io.InputStream;

/** A file that a person uploads; its name is untrusted. */
public record UploadedFile(String fileName, long size, Source bytes) {

    /** Opens its bytes; called once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
