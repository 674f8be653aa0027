package fr.hubee.kernel.shared;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** The bytes of a CSV file that a person sends, and their charset: UTF-8 or the one that Windows uses in France. */
public final class SentCsv {
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] WORKBOOK = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final byte[] bytes;

    private SentCsv(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws InvalidRequest with a message, when it cannot be a CSV file */
    public static SentCsv read(InputStream file) {
        var bytes = bytes(file);
        if (bytes.length > MOST_BYTES) {
            throw new InvalidRequest(Words.text("kernel.csv.tooLarge"));
        }
        if (startsWith(bytes, WORKBOOK) || startsWith(bytes, OLD_WORKBOOK)) {
            throw new InvalidRequest(Words.text("kernel.csv.workbook"));
        }
        for (byte each : bytes) {
            if (each == 0) {
                throw new InvalidRequest(Words.text("kernel.csv.unreadable"));
            }
        }
        return new SentCsv(bytes);
    }

    private static byte[] bytes(InputStream file) {
        try {
            return file.readNBytes(MOST_BYTES + 1);
        } catch (IOException failure) {
            throw new InvalidRequest(Words.text("kernel.csv.incomplete"));
        }
    }

    /** Returns the letters and digits of a column's name: capitals, accents, spaces and signs do not matter. */
    public static String plainName(String column) {
        return Normalizer.normalize(column, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    public BufferedReader open() {
        int start = startsWith(bytes, MARK) ? MARK.length : 0;
        var content = new ByteArrayInputStream(bytes, start, bytes.length - start);
        Reader reader = new InputStreamReader(content, isUtf8() ? StandardCharsets.UTF_8 : WINDOWS);
        return new BufferedReader(reader);
    }

    /** Text with accents in another charset is hardly ever valid UTF-8. */
    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)); // which fails on invalid input
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] first) {
        return bytes.length >= first.length && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }
}
