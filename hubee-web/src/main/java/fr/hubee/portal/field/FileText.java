package fr.hubee.portal.field;

import fr.hubee.files.storage.BlobReader;
import fr.hubee.files.storage.StoredBlob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The beginning of a file, as readable text.
 *
 * @param cut whether more follows
 */
public record FileText(String text, boolean cut) {
    /** Largest size in bytes; longer files can be downloaded. */
    private static final int LONGEST = 500_000;

    public static FileText of(BlobReader bytes, StoredBlob file) throws IOException {
        var read = new ByteArrayOutputStream();
        bytes.open(file, 0, Math.min(file.size(), LONGEST)).writeTo(read);
        var text = XmlText.of(read.toByteArray());
        return new FileText(text, file.size() > LONGEST || text.endsWith(XmlText.CUT));
    }

    /**
     * A readable text: XML is indented, element by element; anything else, and malformed XML, is unchanged. External
     * references are not fetched, and entities are not resolved.
     */
    static final class XmlText {
        private static final Pattern ENCODING = Pattern.compile("^<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']");
        private static final int HEAD = 200;
        private static final int DEEPEST = 60;

        /** Largest number of characters: indentation could make a malicious XML twenty times as long. */
        private static final int LONGEST = 500_000;

        /** Marks the end of a truncated text. */
        static final String CUT = "\n…";

        private final StringBuilder text = new StringBuilder();
        private int depth;
        private boolean open;

        private XmlText() {}

        static String of(byte[] bytes) {
            var raw = new String(bytes, charset(bytes));
            if (!raw.stripLeading().startsWith("<")) {
                return raw;
            }
            try {
                return new XmlText().read(bytes);
            } catch (XMLStreamException invalid) {
                return raw;
            }
        }

        private String read(byte[] bytes) throws XMLStreamException {
            var factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext() && text.length() < LONGEST) {
                write(reader, reader.next());
            }
            return text.length() < LONGEST
                    ? text.toString().strip()
                    : text.substring(0, LONGEST).strip() + CUT;
        }

        private void write(XMLStreamReader reader, int kind) {
            switch (kind) {
                case XMLStreamConstants.START_ELEMENT -> {
                    line().append('<').append(name(reader));
                    for (int each = 0; each < reader.getAttributeCount(); each++) {
                        text.append(' ')
                                .append(reader.getAttributeLocalName(each))
                                .append("=\"")
                                .append(reader.getAttributeValue(each))
                                .append('"');
                    }
                    text.append('>');
                    depth++;
                    open = true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (!open) {
                        line();
                    }
                    text.append("</").append(name(reader)).append('>');
                    open = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    text.append(
                            reader.getText().isBlank() ? "" : reader.getText().strip());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    text.append('&').append(reader.getLocalName()).append(';');
                case XMLStreamConstants.COMMENT ->
                    line().append("<!--").append(reader.getText()).append("-->");
                default -> {}
            }
        }

        private StringBuilder line() {
            return text.append('\n').append("  ".repeat(Math.min(depth, DEEPEST)));
        }

        private static String name(XMLStreamReader reader) {
            var prefix = reader.getPrefix();
            return prefix == null || prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
        }

        private static Charset charset(byte[] bytes) {
            var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
            var named = ENCODING.matcher(head);
            try {
                return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
            } catch (IllegalCharsetNameException | UnsupportedCharsetException failure) {
                return StandardCharsets.UTF_8;
            }
        }
    }
}
