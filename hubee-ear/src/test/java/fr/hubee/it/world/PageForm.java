package fr.hubee.it.world;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form of a page, as a browser would send it.
 *
 * @param buttons each as the field that it adds
 */
public record PageForm(String path, boolean posted, boolean multipart, List<Field> fields, List<Field> buttons) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL =
            Pattern.compile("<(input|button|textarea|select)\\b([^>]*)>(?:(.*?)</\\1>)?", Pattern.DOTALL);
    private static final Pattern ANY_INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

    /** A field, or a button, with its value. */
    public record Field(String name, String value) {
        String encoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    public static List<PageForm> of(Answer page, String address) {
        return FORM.matcher(page.text())
                .results()
                .map(form -> form(form.group(1), form.group(2), address))
                .toList();
    }

    private static PageForm form(String attributes, String content, String address) {
        var fields = new ArrayList<Field>();
        var buttons = new ArrayList<Field>();
        ANY_INPUT.matcher(content).results().forEach(input -> addInput(input.group(1), fields));
        CONTROL.matcher(content).results().forEach(control -> add(control, fields, buttons));
        return new PageForm(
                attribute(attributes, "action", address),
                attribute(attributes, "method", "get").equals("post"),
                attribute(attributes, "enctype", "").startsWith("multipart"),
                List.copyOf(fields),
                List.copyOf(buttons));
    }

    private static void addInput(String attributes, List<Field> fields) {
        var type = attribute(attributes, "type", "text");
        boolean ticked = !type.matches("checkbox|radio") || attributes.contains("checked");
        if (attributes.contains("name=") && ticked && !attributes.contains("disabled")) {
            fields.add(new Field(attribute(attributes, "name", ""), attribute(attributes, "value", "")));
        }
    }

    private static void add(MatchResult control, List<Field> fields, List<Field> buttons) {
        var attributes = control.group(2);
        var name = attribute(attributes, "name", attribute(attributes, "id", ""));
        switch (control.group(1)) {
            case "button" -> {
                if (!attributes.contains("type=\"button\"")) {
                    buttons.add(new Field(name, attribute(attributes, "value", name)));
                }
            }
            case "textarea" -> fields.add(new Field(name, control.group(3) == null ? "" : control.group(3)));
            case "select" -> fields.add(new Field(name, selected(control.group(3))));
            default -> {
                // an input, which is read before
            }
        }
    }

    private static String selected(String options) {
        var all = OPTION.matcher(options == null ? "" : options)
                .results()
                .map(option -> option.group(1))
                .toList();
        return all.stream()
                .filter(option -> option.contains("selected"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(option -> attribute(option, "value", ""))
                .orElse("");
    }

    private static String attribute(String attributes, String name, String otherwise) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find()
                ? found.group(1)
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                : otherwise;
    }

    /** Returns the names of its fields. */
    public List<String> names() {
        return fields.stream().map(Field::name).distinct().toList();
    }

    /** Returns the fields that are sent when a button is pressed. */
    public List<Field> pressed(Field button) {
        return Stream.concat(fields.stream(), Stream.of(button)).toList();
    }

    public static List<Field> without(String name, List<Field> sent) {
        return sent.stream().filter(field -> !field.name().equals(name)).toList();
    }

    public static List<Field> with(String name, String value, List<Field> sent) {
        return Stream.concat(sent.stream(), Stream.of(new Field(name, value))).toList();
    }

    public static String encoded(List<Field> sent) {
        return sent.stream().map(Field::encoded).collect(Collectors.joining("&"));
    }

    /** Returns the body of a form that takes files (multipart). */
    public static String parts(List<Field> sent, String boundary) {
        return sent.stream()
                        .map(field -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.name()
                                + "\"\r\n\r\n" + field.value() + "\r\n")
                        .collect(Collectors.joining())
                + "--" + boundary + "--\r\n";
    }
}
