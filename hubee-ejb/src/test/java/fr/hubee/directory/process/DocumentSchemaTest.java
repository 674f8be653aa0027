package fr.hubee.directory.process;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.process.DocumentSchema.Deadline;
import fr.hubee.directory.process.DocumentSchema.Finding;
import fr.hubee.directory.process.DocumentSchema.TooCostly;
import fr.hubee.kernel.shared.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentSchemaTest {
    private static final Duration SHORT = Duration.ofSeconds(40);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final String SECRET = "Camille-Martin";

    private static final String XSD = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="demande">
                <xs:complexType>
                  <xs:sequence>
                    <xs:element name="acte"><xs:simpleType><xs:restriction base="xs:string">
                      <xs:enumeration value="naissance"/><xs:enumeration value="deces"/></xs:restriction></xs:simpleType></xs:element>
                    <xs:element name="annee" type="xs:integer" minOccurs="0"/>
                    <xs:element name="code" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string">
                      <xs:pattern value="[0-9]{5}"/></xs:restriction></xs:simpleType></xs:element>
                  </xs:sequence>
                  <xs:attribute name="lang" type="xs:language"/>
                </xs:complexType>
              </xs:element>
            </xs:schema>
            """;

    private static final String JSON = """
            {"type": "object", "required": ["acte"], "additionalProperties": false,
             "properties": {"acte": {"enum": ["naissance", "deces"]},
               "noms": {"type": "array", "items": {"type": "string", "maxLength": 5}},
               "autres": {"type": "object", "additionalProperties": {"type": "integer"}},
               "code": {"type": "string", "pattern": "^a*a*a*a*a*b"}}}
            """;

    private static List<Finding> findings(String schema, String file) {
        return assertTimeoutPreemptively(SHORT, () -> {
            try {
                return DocumentSchema.of(schema.getBytes(StandardCharsets.UTF_8))
                        .findings(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), ONE_SECOND);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    private static String refusal(String schema) {
        return assertTimeoutPreemptively(
                SHORT,
                () -> assertThrows(
                                InvalidRequest.class, () -> DocumentSchema.of(schema.getBytes(StandardCharsets.UTF_8)))
                        .getMessage());
    }

    private static String texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).collect(Collectors.joining("; "));
    }

    private static void isTooCostly(String schema, String file) {
        assertEquals("the document: " + Finding.TOO_COSTLY, texts(findings(schema, file)));
    }

    private static String xsd(String content) {
        return "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">" + content + "</xs:schema>";
    }

    private static String pattern(String pattern) {
        return xsd("<xs:element name=\"a\"><xs:simpleType><xs:restriction base=\"xs:string\"><xs:pattern value=\""
                + pattern + "\"/></xs:restriction></xs:simpleType></xs:element>");
    }

    @Test
    void aFileThatFollowsItsSchemaHasNoFindings() {
        assertEquals(
                List.of(), findings(XSD, "<demande lang='fr'><acte>naissance</acte><annee>1988</annee></demande>"));
        assertEquals(List.of(), findings(JSON, "{\"acte\": \"deces\", \"noms\": [\"Ana\"], \"autres\": {\"x\": 1}}"));
    }

    @Test
    void eachRuleThatAnXmlFileBreaksIsReportedWithItsPathAndPlace() {
        var found = findings(XSD, """
                <demande lang="%1$s %1$s">
                  <acte>%1$s</acte>
                  <annee>%1$s</annee>
                  <code>%1$s</code>
                  <%1$s/>
                </demande>""".formatted(SECRET));

        assertEquals(
                "/demande, line 1 column 47: cvc-pattern-valid;"
                        + " /demande/acte, line 2 column 30: cvc-enumeration-valid;"
                        + " /demande/annee, line 3 column 32: cvc-datatype-valid.1.2.1;"
                        + " /demande/code, line 4 column 30: cvc-pattern-valid;"
                        + " /demande, line 5 column 20: cvc-complex-type.2.4.d",
                texts(found));
    }

    @Test
    void eachRuleThatAJsonFileBreaksIsReportedWithItsPointer() {
        var found = findings(JSON, """
                {"noms": ["Ana", "%1$s"], "autres": {"%1$s": "%1$s"}, "%1$s": "%1$s"}""".formatted(SECRET));

        assertEquals(
                "/acte: required; /autres/*: type; /noms/1: maxLength; the document: additionalProperties",
                found.stream().map(Finding::text).sorted().collect(Collectors.joining("; ")));
    }

    @Test
    void noFindingTellsContent() {
        for (var file : List.of(
                "<" + SECRET + "/>",
                "<demande><acte>" + SECRET,
                "<demande>&" + SECRET + ";</demande>",
                "<demande xmlns='" + SECRET + "'/>",
                SECRET)) {
            assertFalse(texts(findings(XSD, file)).contains(SECRET), file);
            assertTrue(findings(XSD, file).size() > 0, file);
        }
        for (var file : List.of(
                SECRET, "{\"" + SECRET + "\": 1, \"" + SECRET + "\": 2}", "\"" + SECRET + "\"", "{} " + SECRET)) {
            assertFalse(texts(findings(JSON, file)).contains(SECRET), file);
            assertTrue(findings(JSON, file).size() > 0, file);
        }
    }

    @Test
    void aNameThatTheSchemaDoesNotKnowIsNotShown() {
        var lax = xsd(
                "<xs:element name='a'><xs:complexType><xs:sequence><xs:any processContents='lax'/></xs:sequence></xs:complexType>"
                        + "</xs:element><xs:element name='n' type='xs:int'/>");

        assertEquals(
                "/a/*/n, line 1 column 28: cvc-datatype-valid.1.2.1",
                texts(findings(lax, "<a><" + SECRET + "><n>x</n></" + SECRET + "></a>")));
    }

    @Test
    void noMoreThanTwentyFindingsAreReported() {
        assertEquals(
                20,
                findings(XSD, "<demande>" + "<x/><acte>y</acte>".repeat(1000) + "</demande>")
                        .size());
        assertEquals(
                20, findings(JSON, "{\"noms\": [" + "1,".repeat(1000) + "1]}").size());
    }

    @Test
    void aFileInNoEncodingThatIsKnownIsNotReadAndNoFault() {
        assertEquals(
                "the document: is no XML that HubEE reads",
                texts(findings(XSD, "<?xml version='1.0' encoding='nobody'?><demande/>")));
        assertEquals("the document: is no JSON", texts(findings(JSON, "\0\0\0{ASxp")));
    }

    @Test
    void entitiesAndDoctypesAreNotRead() {
        var here = getClass().getResource("DocumentSchemaTest.class");
        for (var doctype : List.of(
                "<!DOCTYPE demande SYSTEM '" + here + "'>",
                "<!DOCTYPE demande [<!ENTITY e SYSTEM '" + here + "'>]>",
                "<!DOCTYPE demande [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>")) {
            assertTrue(texts(findings(XSD, doctype + "<demande><acte>naissance</acte></demande>"))
                    .endsWith("is no XML that HubEE reads"));
            assertTrue(refusal(doctype + XSD).startsWith("Ce schéma XSD n’est pas valable"));
        }
        assertEquals(
                "",
                texts(findings(
                        XSD,
                        "<demande xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                + " xsi:noNamespaceSchemaLocation='" + here + "'><acte>naissance</acte></demande>")));
    }

    @Test
    void aSchemaCallsNoOther() {
        assertTrue(refusal(xsd("<xs:include schemaLocation='http://localhost/x.xsd'/>"))
                .contains("un seul fichier"));
        assertTrue(refusal(xsd("<xs:import namespace='urn:x' schemaLocation='x.xsd'/>"))
                .contains("un seul fichier"));
        assertTrue(refusal("{\"$ref\": \"http://localhost/x.json\"}").contains("un seul fichier"));
        assertTrue(refusal("{\"allOf\": [{\"$dynamicRef\": \"x.json#a\"}]}").contains("un seul fichier"));
        assertTrue(refusal("{\"$schema\": \"http://localhost/x.json\"}").contains("n’est pas valable"));
    }

    @Test
    void whatIsNoSchemaIsRefused() {
        assertTrue(refusal("<demande/>").contains("n’est pas valable"));
        assertTrue(refusal("<xs:schema").contains("ligne 1"));
        assertTrue(refusal("{\"type\": ").contains("n’est pas valable"));
        assertTrue(refusal("{\"pattern\": \"(\"}").contains("n’est pas valable"));
        assertTrue(refusal("{\"$ref\": \"#/nowhere\"}").contains("n’est pas valable"));
        assertTrue(refusal("{\"$ref\": \"#\"}").contains("n’est pas valable"));
        assertTrue(refusal(" ".repeat(300_000)).contains("256 ko"));
        assertTrue(refusal(xsd("<xs:element name='a'><xs:complexType/><xs:keyref name='k' refer='b'/></xs:element>"))
                .contains("keyref"));
    }

    @Test
    void aPatternThatCouldTakeTooLongIsRefusedWhenItIsAttached() {
        for (var slow :
                List.of("(a+)+", "(a|b)*c", "(a?){30}", "a?".repeat(30), "a*a*a*a*b", "((a{1,9}){2})", "(x(y*))*")) {
            assertTrue(refusal(pattern(slow)).contains("trop de temps"), slow);
        }
        assertEquals(List.of(), findings(pattern("(0[1-9]|1[0-2])/[0-9]{4}"), "<a>02/1988</a>"));
        assertEquals(List.of(), findings(pattern("[\\p{L}&#45;]+(, )?[^@]+@[a-z.]{2,9}"), "<a>Zoé, x@fr</a>"));
        isTooCostly(pattern("a*a*a*b"), "<a>" + "a".repeat(2000) + "</a>");
        assertEquals(
                1,
                findings(pattern("a*a*a*b"), "<a>" + "a".repeat(990) + "</a>").size());
    }

    @Test
    void aPatternOfAJsonSchemaGivesUp() {
        isTooCostly(JSON, "{\"acte\": \"deces\", \"code\": \"" + "a".repeat(400) + "!\"}");
    }

    @Test
    void whatIsTooDeepTooLongOrTooLargeIsRefused() {
        isTooCostly(JSON, "[".repeat(1000) + "]".repeat(1000));
        isTooCostly(JSON, "{\"acte\": 1" + "0".repeat(5000) + "}");
        isTooCostly(JSON, "[\"" + "a".repeat(200_000) + "\"]");
        isTooCostly(JSON, " ".repeat(1100_000));
        isTooCostly(
                xsd(
                        "<xs:element name='d'><xs:complexType><xs:sequence><xs:element ref='d'/></xs:sequence></xs:complexType></xs:element>"),
                "<d>".repeat(300));
        isTooCostly(XSD, "<demande><annee>" + "9".repeat(100_000) + "</annee></demande>");
        isTooCostly(XSD, "<demande lang='" + "a".repeat(100_000) + "'/>");
        isTooCostly(XSD, "<demande>" + " \n".repeat(17_000_000));
    }

    @Test
    void hugeNumbersCostLittle() {
        var numbers = "{\"items\": {\"type\": \"number\", \"multipleOf\": 0.01, \"minimum\": 0}}";
        for (var huge : List.of("1e999999999", "1e-999999999", "-1e308", "9".repeat(900))) {
            findings(numbers, "[" + huge + "]");
        }
        assertEquals(
                1,
                findings(XSD, "<demande><acte>deces</acte><annee>1e999</annee></demande>")
                        .size());
    }

    @Test
    void alternativesThatDoubleAtEachStepEndInTime() {
        var doubling = """
                {"$defs": {"a": {"oneOf": [{"properties": {"x": {"$ref": "#/$defs/a"}}}, {"properties": {"x": {"$ref": "#/$defs/a"}}}]}},
                 "$ref": "#/$defs/a"}""";
        isTooCostly(doubling, "{\"x\":".repeat(40) + "1" + "}".repeat(40));
    }

    @Test
    void aCheckEndsByTheTimeThatItHasComputedAndNotByThatOfItsWaits() {
        var clock = new AtomicLong();
        var computed = new AtomicLong();
        var deadline = new Deadline(ONE_SECOND, clock::get, computed::get);

        clock.set(Duration.ofMinutes(1).toNanos());
        assertDoesNotThrow(deadline::check);

        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        computed.set(Duration.ofSeconds(2).toNanos());
        assertThrows(TooCostly.class, deadline::check);
    }

    @Test
    void definitionsThatGrowAtEachStepAreRefused() {
        var groups = IntStream.range(0, 30)
                .mapToObj(each -> "<xs:group name='g" + each + "'><xs:sequence>"
                        + ("<xs:group ref='g" + (each + 1) + "'/>").repeat(2) + "</xs:sequence></xs:group>")
                .collect(Collectors.joining());
        assertTrue(refusal(xsd(groups
                        + "<xs:group name='g30'><xs:sequence><xs:element name='x'/></xs:sequence></xs:group>"
                        + "<xs:element name='a'><xs:complexType><xs:group ref='g0'/></xs:complexType></xs:element>"))
                .contains("trop complexe"));
        var unions = IntStream.range(0, 30)
                .mapToObj(each -> "<xs:simpleType name='u" + each + "'><xs:union memberTypes='u" + (each + 1) + " u"
                        + (each + 1) + "'/></xs:simpleType>")
                .collect(Collectors.joining());
        assertTrue(refusal(xsd(
                        unions + "<xs:simpleType name='u30'><xs:union memberTypes='xs:int xs:date'/></xs:simpleType>"))
                .contains("trop complexe"));
        assertTrue(refusal(xsd(
                        "<xs:element name='a'><xs:complexType><xs:sequence maxOccurs='100'><xs:sequence maxOccurs='100'>"
                                + "<xs:element name='b'/></xs:sequence></xs:sequence></xs:complexType></xs:element>"))
                .contains("trop complexe"));
    }

    @Test
    void aLargeSchemaIsReadInTime() {
        var elements = IntStream.range(0, 300)
                .mapToObj(each -> "<xs:element name='e" + each + "' minOccurs='0'/>")
                .collect(Collectors.joining());
        var large = xsd("<xs:element name='a'><xs:complexType><xs:sequence>" + elements
                + "</xs:sequence></xs:complexType></xs:element>");

        assertEquals(1, findings(large, "<a><e2/><e9/><e1/></a>").size());
    }
}
