package fr.hubee.clients.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * A file of any size that is made while it is read.
 *
 * @param type its media type
 */
record GeneratedFile(String name, String type, long size, String head, String foot) {
    private static final int PIECE = 64 * 1024;

    /** Media types of which a file can be made, with the extension, what begins it, and what ends it. */
    private static final List<List<String>> KINDS = List.of(
            List.of("application/xml", "xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<demande>", "</demande>\n"),
            List.of("text/xml", "xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<demande>", "</demande>\n"),
            List.of("application/pdf", "pdf", "%PDF-1.4\n%", "\n%%EOF\n"),
            List.of("application/json", "json", "{\"demande\":\"", "\"}\n"),
            List.of("text/plain", "txt", "Demande ", "\n"));

    /**
     * @param formats one of which it has
     * @param name without its extension
     * @param mark makes its bytes unlike those of all others
     * @throws IllegalArgumentException when no file of these formats can be made
     */
    static GeneratedFile of(List<String> formats, String name, String mark, long size) {
        var kind = KINDS.stream()
                .filter(each -> formats.contains(each.get(0)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(String.join(", ", formats)));
        var head = kind.get(2) + mark;
        var foot = kind.get(3);
        return new GeneratedFile(
                name + "." + kind.get(1), kind.get(0), Math.max(size, head.length() + foot.length()), head, foot);
    }

    InputStream open() {
        return new SequenceInputStream(Collections.enumeration(
                List.of(ascii(head), new Filler(size - head.length() - foot.length()), ascii(foot))));
    }

    private static InputStream ascii(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The size and the digest of bytes that were read to their end. */
    record Read(long size, String sha256) {}

    static Read read(InputStream bytes) throws IOException {
        try (var digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            long size = digested.transferTo(OutputStream.nullOutputStream());
            return new Read(
                    size,
                    Base64.getEncoder()
                            .encodeToString(digested.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same letter, many times. */
    private static final class Filler extends InputStream {
        private long left;

        Filler(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, PIECE), left);
            Arrays.fill(target, from, from + count, (byte) 'x');
            left -= count;
            return count;
        }
    }
}
