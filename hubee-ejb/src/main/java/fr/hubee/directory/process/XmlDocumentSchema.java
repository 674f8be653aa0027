package fr.hubee.directory.process;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * An XSD. A file is checked while it is read, without a DTD, and without anything from elsewhere. Its texts are as short as the patterns of
 * the schema demand: the JDK matches them without looking at a clock, so what they may cost is known before.
 */
final class XmlDocumentSchema implements DocumentSchema {
    private static final long MOST_READ = 32L * 1024 * 1024;
    private static final int DEEPEST = 200;
    private static final String UNREAD = "is no XML that HubEE reads";
    private static final String NO_DTD = "http://apache.org/xml/features/disallow-doctype-decl";

    /** Rules that the validator tells beside the one that says more. */
    private static final Pattern REPEATED =
            Pattern.compile("cvc-type\\.3\\.1\\.3|cvc-attribute\\.3|cvc-complex-type\\.2\\.2");

    /** Rules about an element that the schema does not expect there: the place is its parent. */
    private static final Pattern UNEXPECTED = Pattern.compile("cvc-complex-type\\.2\\.[134].*|cvc-elt\\.1.*");

    private static final Pattern RULE = Pattern.compile("^(cvc-[A-Za-z0-9.-]+):");

    private final Set<String> names;
    private final int longestText;
    private final Schema schema;

    XmlDocumentSchema(byte[] text) {
        try {
            var inspection = new XsdInspection();
            parse(new ByteArrayInputStream(text), reader -> {
                reader.setContentHandler(inspection);
                reader.setErrorHandler(inspection);
            });
            names = inspection.names();
            longestText = inspection.longestText();
            var factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            schema = factory.newSchema(new StreamSource(new ByteArrayInputStream(text)));
        } catch (SAXParseException invalid) {
            throw new InvalidRequest(
                    Words.text("directory.schema.notXsd", invalid.getLineNumber(), invalid.getColumnNumber()));
        } catch (SAXException | IOException | StackOverflowError invalid) {
            throw new InvalidRequest(Words.text("directory.schema.unknown"));
        }
    }

    @Override
    public List<Finding> findings(InputStream file, Duration longest) throws IOException {
        var check = new Check(schema.newValidatorHandler(), new Deadline(longest));
        try {
            parse(new Bounded(file, check.deadline), reader -> check.readFrom(reader));
        } catch (SAXParseException invalid) {
            check.add(new Finding(check.path(), UNREAD, invalid.getLineNumber(), invalid.getColumnNumber()));
        } catch (UnsupportedEncodingException | CharConversionException invalid) {
            check.add(new Finding(check.path(), UNREAD, 0, 0));
        } catch (SAXException invalid) {
            // there are enough findings
        } catch (TooCostly | StackOverflowError refused) {
            return List.of(new Finding("", Finding.TOO_COSTLY, 0, 0));
        }
        return check.findings;
    }

    private interface Preparation {
        void prepare(XMLReader reader) throws SAXException;
    }

    private static void parse(InputStream xml, Preparation preparation) throws SAXException, IOException {
        try {
            var factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DTD, true);
            var reader = factory.newSAXParser().getXMLReader();
            preparation.prepare(reader);
            reader.parse(new InputSource(xml));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Stands between the parser and the validator, so that it knows where the validator is. */
    private final class Check extends XMLFilterImpl implements ErrorHandler {
        private final List<Finding> findings = new ArrayList<>();
        private final Deadline deadline;
        private final Deque<String> path = new ArrayDeque<>();
        private int textLength;

        private Check(ValidatorHandler validator, Deadline deadline) {
            this.deadline = deadline;
            validator.setErrorHandler(this);
            setContentHandler(validator);
        }

        private void readFrom(XMLReader reader) throws SAXException {
            reader.setContentHandler(this);
            reader.setErrorHandler(this);
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            deadline.check();
            textLength = 0;
            path.addLast(names.contains(name) ? name : "*");
            if (path.size() > DEEPEST) {
                throw new TooCostly();
            }
            for (int each = 0; each < attributes.getLength(); each++) {
                requireShort(attributes.getValue(each).length());
            }
            super.startElement(uri, name, qualified, attributes);
        }

        @Override
        public void endElement(String uri, String name, String qualified) throws SAXException {
            deadline.check();
            super.endElement(uri, name, qualified);
            path.removeLast();
            textLength = 0;
        }

        @Override
        public void characters(char[] text, int start, int length) throws SAXException {
            deadline.check();
            textLength += length;
            requireShort(textLength);
            super.characters(text, start, length);
        }

        private void requireShort(int length) {
            if (length > longestText) {
                throw new TooCostly();
            }
        }

        @Override
        public void error(SAXParseException invalid) throws SAXException {
            var found = RULE.matcher(String.valueOf(invalid.getMessage()));
            var rule = found.find() ? found.group(1) : "is not valid";
            if (REPEATED.matcher(rule).matches() && !findings.isEmpty()) {
                return;
            }
            var parent = UNEXPECTED.matcher(rule).matches() && !rule.contains("2.4.b");
            add(new Finding(
                    parent ? path().substring(0, path().lastIndexOf('/')) : path(),
                    rule,
                    invalid.getLineNumber(),
                    invalid.getColumnNumber()));
            if (findings.size() == MOST_FINDINGS) {
                throw new SAXException("enough");
            }
        }

        @Override
        public void fatalError(SAXParseException invalid) throws SAXException {
            throw invalid;
        }

        private void add(Finding finding) {
            findings.add(finding);
        }

        private String path() {
            return path.isEmpty() ? "" : "/" + String.join("/", path);
        }
    }

    /** Gives no more bytes than a check may read, nor after its time. */
    private static final class Bounded extends InputStream {
        private final InputStream file;
        private final Deadline deadline;
        private long left = MOST_READ;

        private Bounded(InputStream file, Deadline deadline) {
            this.file = file;
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            deadline.check();
            int read = file.read(target, from, length);
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new TooCostly();
            }
            return read;
        }
    }
}
