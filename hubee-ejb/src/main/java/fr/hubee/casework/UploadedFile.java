package fr.hubee.casework;

import java.io.IOException;
import java.io.InputStream;

/** A file that a person chose on her computer; its name is what she calls it, and no more. */
public record UploadedFile(String fileName, long size, Source bytes) {

    /** Opens its bytes, once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
