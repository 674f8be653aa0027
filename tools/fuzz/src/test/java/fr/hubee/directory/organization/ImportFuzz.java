package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A file of organisations that a person imports. */
public final class ImportFuzz {
    private ImportFuzz() {}

    public static void read(byte[] input) {
        try {
            for (var line : FileLine.read(new ByteArrayInputStream(input))) {
                if (line.problem() == null && line.form().problems().isEmpty()) {
                    line.form().create();
                }
            }
        } catch (InvalidRequest refused) {
            // that is right
        }
        new OrganizationFile("somebody").keep(null, new String(input, StandardCharsets.UTF_8), input, null);
    }
}
