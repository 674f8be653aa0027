package fr.hubee.portal.field;

import fr.hubee.kernel.shared.ByteCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The size of a file, for the pages. */
@Named
@ApplicationScoped
public class FileSize {

    /** Returns « 3,4 Mo ». */
    public String of(long bytes) {
        return ByteCount.text(bytes);
    }
}
