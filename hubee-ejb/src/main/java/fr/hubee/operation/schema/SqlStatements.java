package fr.hubee.operation.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The statements of a migration, without comments, in lower case, with single spaces; a quoted text counts as one word. */
final class SqlStatements {
    /** A comment; a body or text between dollars; a text; a name in quotes; the end of a statement; anything else. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>--[^\\n]*|/\\*.*?\\*/)|(?<body>\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$)|(?<quoted>'(?:[^']|'')*'|\"[^\"]*\")|(?<end>;)|(?<other>.)",
            Pattern.DOTALL);

    private SqlStatements() {}

    static List<String> of(String sql) {
        var all = new ArrayList<String>();
        var statement = new StringBuilder();
        for (var token : TOKEN.matcher(sql).results().toList()) {
            if (token.group(5) != null) {
                add(all, statement);
            } else {
                statement.append(token.group(1) != null ? " " : token.group());
            }
        }
        add(all, statement);
        return all;
    }

    private static void add(List<String> all, StringBuilder statement) {
        var text = statement.toString().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (!text.isEmpty()) {
            all.add(text);
        }
        statement.setLength(0);
    }
}
