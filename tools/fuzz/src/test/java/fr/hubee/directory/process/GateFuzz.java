package fr.hubee.directory.process;

import fr.hubee.kernel.shared.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A file that is checked against a schema, and a schema that an operator writes: it refuses, or it checks any file in time. */
public final class GateFuzz {
    private static final Duration LONGEST = Duration.ofMillis(300);

    private static final List<DocumentSchema> SCHEMAS =
            List.of(DocumentSchema.of(bytes("""
                    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="acte"><xs:complexType><xs:sequence>
                    <xs:element name="nom" maxOccurs="unbounded"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[A-Z ]+"/>
                    </xs:restriction></xs:simpleType></xs:element><xs:element name="date" type="xs:date" minOccurs="0"/><xs:any namespace="##other" minOccurs="0"
                    processContents="lax"/></xs:sequence><xs:attribute name="n" type="xs:int"/></xs:complexType></xs:element></xs:schema>""")), DocumentSchema.of(bytes("""
                    {"type": "object", "required": ["nom"], "additionalProperties": false, "properties": {
                    "nom": {"type": "string", "pattern": "^(a+)+$", "maxLength": 80}, "date": {"type": "string", "format": "date"},
                    "n": {"type": "integer", "multipleOf": 0.01}, "liste": {"type": "array", "uniqueItems": true, "items": {"$ref": "#"}}}}""")));

    private GateFuzz() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static void read(byte[] input) throws IOException {
        for (var schema : SCHEMAS) {
            schema.findings(new ByteArrayInputStream(input), LONGEST);
        }
        try {
            var schema = DocumentSchema.of(input);
            for (var file : List.of(
                    "<acte n='1'><nom>A</nom></acte>", "{\"nom\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"}", "[[]]", "7")) {
                schema.findings(new ByteArrayInputStream(bytes(file)), LONGEST);
            }
        } catch (InvalidRequest refused) {
            // that is right
        }
    }
}
