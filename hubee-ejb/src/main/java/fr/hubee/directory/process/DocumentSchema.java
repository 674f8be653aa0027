package fr.hubee.directory.process;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** A compiled schema of files: XSD or JSON Schema. It reads nothing but itself and the file, and a check ends in time. */
public interface DocumentSchema {
    /** Largest schema, in bytes. */
    int MOST_BYTES = 256 * 1024;

    /** Largest number of findings of one file that are told. */
    int MOST_FINDINGS = 20;

    /**
     * Checks a file.
     *
     * @param longest time that the check may compute; then the file is refused
     * @return where it breaks which rule; empty when it follows the schema
     * @throws IOException when the bytes cannot be read
     */
    List<Finding> findings(InputStream file, Duration longest) throws IOException;

    /** @throws InvalidRequest with the reason, in French, when it cannot be a schema, or one that could read or take too much */
    static DocumentSchema of(byte[] schema) {
        if (schema.length > MOST_BYTES) {
            throw new InvalidRequest(Words.text("directory.schema.tooLarge", MOST_BYTES / 1024));
        }
        var first = new String(schema, StandardCharsets.ISO_8859_1).replaceFirst("^(ï»¿)?\\s+", "");
        return first.startsWith("{") ? new JsonDocumentSchema(schema) : new XmlDocumentSchema(schema);
    }

    /**
     * Ends a check that takes too long, in the time that its thread computes: a file that passes on an idle server passes on a busy one. That
     * time is read only when as much has passed on the clock, which costs less to read.
     */
    final class Deadline {
        private final LongSupplier clock;
        private final LongSupplier computed;
        private final long end;
        private long earliest;

        Deadline(Duration longest) {
            this(longest, System::nanoTime, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
        }

        /** @param computed the nanoseconds that the current thread has computed */
        Deadline(Duration longest, LongSupplier clock, LongSupplier computed) {
            this.clock = clock;
            this.computed = computed;
            this.end = computed.getAsLong() + longest.toNanos();
            this.earliest = clock.getAsLong() + longest.toNanos();
        }

        void check() {
            long now = clock.getAsLong();
            if (now - earliest <= 0) {
                return;
            }
            long left = end - computed.getAsLong();
            if (left < 0) {
                throw new TooCostly();
            }
            earliest = now + left;
        }
    }

    /** A file cannot be checked within the limits. It is an error, since libraries write exceptions to the log. */
    final class TooCostly extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A rule that a file breaks, without anything that the file says: names that the schema does not know are « * ».
     *
     * @param path an XPath, or a JSON Pointer
     * @param rule the name of the rule in its language, such as {@code cvc-maxLength-valid} or {@code maxLength}
     * @param line from 1; 0 where the path alone says the place
     */
    record Finding(String path, String rule, int line, int column) {
        static final String TOO_COSTLY = "too large, too deep or too slow to be checked";

        /** Returns it as a part of a sentence. */
        public String text() {
            var place = line > 0 ? ", line " + line + " column " + column : "";
            return (path.isEmpty() ? "the document" : path) + place + ": " + rule;
        }
    }
}
