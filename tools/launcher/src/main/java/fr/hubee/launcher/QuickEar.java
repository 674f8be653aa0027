package fr.hubee.launcher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs a built EAR so that a server opens it quickly. A library that declares nothing to the server gets an empty index of annotations: the
 * server would read each of its classes to make that one. Archives within archives are stored: they are compressed already.
 */
public final class QuickEar {
    static final String INDEX = "META-INF/jandex.idx";

    /** Files by which a library declares beans, pages or servlets. */
    static final Set<String> DECLARATIONS = Set.of(
            "META-INF/beans.xml",
            "META-INF/faces-config.xml",
            "META-INF/web-fragment.xml",
            "META-INF/services/jakarta.enterprise.inject.spi.Extension",
            "META-INF/services/jakarta.servlet.ServletContainerInitializer");

    /** Annotations that the server looks for. */
    private static final Pattern ANNOTATIONS = Pattern.compile(
            "Ljakarta/(annotation|decorator|ejb|enterprise|faces|inject|interceptor|jms|jws|mail|persistence|resource|security/enterprise"
                    + "|servlet/annotation|transaction|websocket|ws/rs)/");

    /** An index of Jandex, version 13, with no class. */
    private static final byte[] EMPTY = Base64.getDecoder().decode("ur4fFQ0AAAAAAAAAAAAAAAAAAAAA");

    private QuickEar() {}

    /** @param arguments the EAR, which is written again */
    public static void main(String... arguments) throws IOException {
        var ear = Path.of(arguments[0]);
        Files.write(ear, packed(Files.readAllBytes(ear)));
    }

    /** Keeps the order and the dates of the entries: the same build gives the same bytes. */
    static byte[] packed(byte[] archive) throws IOException {
        var entries = read(archive);
        var result = new ByteArrayOutputStream(archive.length);
        try (var out = new ZipOutputStream(result)) {
            for (var entry : entries.entrySet()) {
                write(out, entry.getKey(), content(entry.getKey().getName(), entry.getValue()));
            }
        }
        return result.toByteArray();
    }

    private static byte[] content(String name, byte[] content) throws IOException {
        if (name.endsWith(".war")) {
            return packed(content);
        }
        return name.matches("(WEB-INF/)?lib/.*\\.jar") ? indexed(content) : content;
    }

    private static byte[] indexed(byte[] library) throws IOException {
        var entries = read(library);
        if (entries.entrySet().stream().anyMatch(each -> declares(each.getKey().getName(), each.getValue()))) {
            return library;
        }
        var result = new ByteArrayOutputStream(library.length);
        try (var out = new ZipOutputStream(result)) {
            for (var entry : entries.entrySet()) {
                write(out, entry.getKey(), entry.getValue());
            }
            var index = new ZipEntry(INDEX);
            index.setTimeLocal(entries.keySet().iterator().next().getTimeLocal());
            write(out, index, EMPTY);
        }
        return result.toByteArray();
    }

    private static boolean declares(String name, byte[] content) {
        return name.equals(INDEX) || DECLARATIONS.contains(name) || (name.endsWith(".class") && isAnnotated(content));
    }

    private static boolean isAnnotated(byte[] type) {
        return ANNOTATIONS
                .matcher(new String(type, StandardCharsets.ISO_8859_1))
                .find();
    }

    private static Map<ZipEntry, byte[]> read(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<ZipEntry, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry, in.readAllBytes());
            }
        }
        return entries;
    }

    private static void write(ZipOutputStream out, ZipEntry like, byte[] content) throws IOException {
        var entry = new ZipEntry(like.getName());
        entry.setTimeLocal(like.getTimeLocal());
        if (like.getName().matches(".*\\.([jw]ar|zip)")) {
            var check = new CRC32();
            check.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(check.getValue());
        }
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
