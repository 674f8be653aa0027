package fr.hubee.demonstration.data;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * A minimal PDF that browsers can show: one page of text in a standard font. Each character is one byte of {@link
 * #CHARSET}.
 */
final class Pdf {
    /** The Java charset closest to PDF's WinAnsiEncoding. */
    static final Charset CHARSET = Charset.forName("windows-1252");

    private final StringBuilder file = new StringBuilder();
    private final List<Integer> offsets = new ArrayList<>();

    private Pdf() {}

    static String page(String title, List<String> lines) {
        return new Pdf().write(content(title, lines));
    }

    private static String content(String title, List<String> lines) {
        var text = new StringBuilder("0.75 w 50 50 495 742 re S BT /F1 20 Tf 72 740 Td (")
                .append(escaped(title))
                .append(") Tj /F1 12 Tf 0 -30 Td 18 TL");
        for (var line : lines) {
            text.append(" T* (").append(escaped(line)).append(") Tj");
        }
        return text.append(" ET").toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    private String write(String content) {
        append("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>");
        object("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        int table = file.length();
        append("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> append("%010d 00000 n \n".formatted(offset)));
        append("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return file.toString();
    }

    private void object(String text) {
        offsets.add(file.length());
        append(offsets.size() + " 0 obj\n" + text + "\nendobj\n");
    }

    private void append(String text) {
        file.append(text);
    }
}
