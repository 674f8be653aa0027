package fr.hubee.clients.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** Returns its bytes, piece by piece. */
    Iterable<byte[]> pieces() {
        long filler = size - head.length() - foot.length();
        var piece = ascii("x".repeat(PIECE));
        var last = ascii("x".repeat((int) (filler % PIECE)) + foot);
        return () -> Stream.of(
                        Stream.of(ascii(head)), Stream.generate(() -> piece).limit(filler / PIECE), Stream.of(last))
                .flatMap(Function.identity())
                .iterator();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
