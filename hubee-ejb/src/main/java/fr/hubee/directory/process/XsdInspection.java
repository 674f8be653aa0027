package fr.hubee.directory.process;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads an XSD before it is compiled: collects the names that findings may tell, and refuses what lies elsewhere, or could take too much time
 * or memory. Groups and unions that contain others may grow with each level: their whole size is counted.
 */
final class XsdInspection extends DefaultHandler {
    private static final int MOST_PARTS = 1_000;
    private static final Set<String> FROM_ELSEWHERE = Set.of("import", "include", "redefine", "override");
    private static final Set<String> COUNTED_ALONE = Set.of("schema", "complexType", "simpleType");

    private final Set<String> names = new HashSet<>();
    private final Map<String, List<Part>> definitions = new HashMap<>();
    private final Map<String, Double> sizes = new HashMap<>();
    private final Deque<Double> times = new ArrayDeque<>();
    private String definition = "";
    private int longestText = PatternCost.LONGEST_TEXT;

    /** @param reference to a definition; null for an element, or a type of a union */
    private record Part(String reference, double times) {}

    Set<String> names() {
        return names;
    }

    int longestText() {
        return longestText;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        double around = times.isEmpty() || COUNTED_ALONE.contains(name) ? 1 : times.peek();
        times.push(
                around * Math.max(number(attributes.getValue("maxOccurs")), number(attributes.getValue("minOccurs"))));
        if (!uri.equals(XMLConstants.W3C_XML_SCHEMA_NS_URI)) {
            return;
        }
        var named = attributes.getValue("name");
        if (named != null) {
            names.add(named);
        }
        if (times.size() == 2) {
            definition = name + " " + named;
        }
        switch (name) {
            case "element", "any" -> add(null);
            case "group" -> addReference("group", attributes.getValue("ref"));
            case "restriction" -> addReference("simpleType", attributes.getValue("base"));
            case "union" -> {
                for (var type :
                        String.valueOf(attributes.getValue("memberTypes")).split("\\s+", -1)) {
                    add(null);
                    addReference("simpleType", type);
                }
            }
            case "pattern" ->
                longestText = Math.min(longestText, PatternCost.longestText(attributes.getValue("value")));
            case "keyref" -> throw new InvalidRequest(Words.text("directory.schema.keyref"));
            default -> {
                if (FROM_ELSEWHERE.contains(name) && attributes.getValue("schemaLocation") != null) {
                    throw new InvalidRequest(Words.text("directory.schema.elsewhere"));
                }
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        times.pop();
    }

    @Override
    public void endDocument() {
        double whole = List.copyOf(definitions.keySet()).stream()
                .mapToDouble(this::size)
                .sum();
        if (whole > MOST_PARTS) {
            throw new InvalidRequest(Words.text("directory.schema.unknown"));
        }
    }

    private static int number(String occurrences) {
        return occurrences != null && occurrences.matches("[0-9]{1,9}")
                ? Math.max(1, Integer.parseInt(occurrences))
                : 1;
    }

    private void addReference(String kind, String reference) {
        if (reference != null) {
            add(kind + " " + reference.substring(reference.indexOf(':') + 1));
        }
    }

    private void add(String reference) {
        definitions.computeIfAbsent(definition, any -> new ArrayList<>()).add(new Part(reference, times.peek()));
    }

    /** A definition within itself is refused by the compiler. */
    private double size(String name) {
        var known = sizes.putIfAbsent(name, 0.0);
        if (known != null) {
            return known;
        }
        double size = 0;
        for (var part : definitions.getOrDefault(name, List.of())) {
            size += part.times() * (part.reference() == null ? 1 : size(part.reference()));
        }
        sizes.put(name, size);
        return size;
    }
}
