package fr.hubee.cli.backup;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part of an entity manager that native queries of the hub need, on a connection: Hibernate is in the server. */
final class NativeQueries {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]+)");

    private final Connection connection;
    private final String sql;
    private final Map<String, Object> values = new HashMap<>();
    private int most = Integer.MAX_VALUE;

    /** The record of each row; empty for its columns. */
    private final Optional<Class<?>> rowType;

    private NativeQueries(Connection connection, String sql, Optional<Class<?>> rowType) {
        this.connection = connection;
        this.sql = sql;
        this.rowType = rowType;
    }

    static EntityManager on(Connection connection) {
        return proxy(EntityManager.class, (method, arguments) -> {
            if (!method.equals("createNativeQuery")) {
                throw new UnsupportedOperationException(method);
            }
            var rowType =
                    arguments.length > 1 ? Optional.<Class<?>>of((Class<?>) arguments[1]) : Optional.<Class<?>>empty();
            return new NativeQueries(connection, (String) arguments[0], rowType).query();
        });
    }

    private interface Calls {
        Object call(String method, Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> calls.call(method.getName(), arguments)));
    }

    private Query query() {
        var self = new Query[1];
        self[0] = proxy(Query.class, (method, arguments) -> switch (method) {
            case "setParameter" -> {
                values.put((String) arguments[0], arguments[1]);
                yield self[0];
            }
            case "setMaxResults" -> {
                most = (Integer) arguments[0];
                yield self[0];
            }
            case "getMaxResults" -> most;
            case "getResultList" -> results();
            case "getSingleResult" -> results().get(0);
            case "executeUpdate" -> update();
            default -> throw new UnsupportedOperationException(method);
        });
        return self[0];
    }

    private PreparedStatement prepare() throws SQLException {
        var statement = connection.prepareStatement(PARAMETER.matcher(sql).replaceAll("?"));
        int place = 0;
        var names = PARAMETER.matcher(sql);
        while (names.find()) {
            place++;
            statement.setObject(place, value(values.get(names.group(1))));
        }
        return statement;
    }

    private Object value(Object given) throws SQLException {
        return given instanceof Instant moment
                ? moment.atOffset(ZoneOffset.UTC)
                : given instanceof Object[] all ? connection.createArrayOf("uuid", all) : given;
    }

    private int update() throws SQLException {
        try (var statement = prepare()) {
            return statement.executeUpdate();
        }
    }

    private List<Object> results() throws SQLException {
        try (var statement = prepare()) {
            statement.setMaxRows(most == Integer.MAX_VALUE ? 0 : most);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        }
    }

    private Object row(ResultSet row) throws SQLException {
        var columns = new Object[row.getMetaData().getColumnCount()];
        for (int each = 0; each < columns.length; each++) {
            columns[each] = row.getObject(each + 1);
        }
        return rowType.map(type -> of(type, columns)).orElse(columns.length == 1 ? columns[0] : columns);
    }

    private static Object of(Class<?> type, Object[] columns) {
        try {
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(columns);
        } catch (ReflectiveOperationException invalid) {
            throw new IllegalStateException(invalid);
        }
    }
}
