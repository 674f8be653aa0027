package fr.hubee.kernel.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.StaleStateException;

/**
 * Collects the inserts and updates of a flush, and sends them to PostgreSQL in one round trip instead of one each (ADR 05). The driver sends
 * a text of several statements at once; the database executes them one after the other, in the same transaction.
 *
 * <p>A collected statement says at once that it has changed one row. When it is sent, this is checked: an update of a row that somebody else
 * has changed or deleted fails then, as it does by itself.
 */
final class WritePipeline implements InvocationHandler {
    /** Larger batches of one statement are sent by themselves: the driver makes one insert of them. */
    private static final int LARGEST_BATCH = 4;

    /** Limits the length of a text, which the database prepares as a whole. */
    private static final int MOST_WRITES = 16;

    private final Connection target;
    private final List<Write> writes = new ArrayList<>();
    private boolean collecting;

    private WritePipeline(Connection target) {
        this.target = target;
    }

    /** Returns a connection that is able to collect; until it is told to, each statement is sent by itself. */
    static Connection over(Connection target) {
        return proxy(Connection.class, new WritePipeline(target));
    }

    /** @param connection one of {@link #over} */
    static WritePipeline of(Connection connection) {
        return (WritePipeline) Proxy.getInvocationHandler(connection);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(WritePipeline.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    void begin() {
        collecting = true;
    }

    /** Ends the collecting; what was not sent, since the flush has failed, is forgotten. */
    void end() {
        collecting = false;
        writes.clear();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws SQLException {
        if (collecting && method.getName().startsWith("prepare")) {
            if (arguments.length == 1 && isCollected((String) arguments[0])) {
                return proxy(PreparedStatement.class, new Collected((String) arguments[0]));
            }
            send(); // in the order in which they were made
        }
        return call(target, method, arguments);
    }

    /** Inserts and updates of Hibernate change one row each, and a call adds one entry to the journal; a delete may delete any number. */
    private static boolean isCollected(String sql) {
        var text = sql.toLowerCase(Locale.ROOT);
        return text.startsWith("insert ") || text.startsWith("update ") || text.startsWith("call ");
    }

    private static Object call(Object target, Method method, Object[] arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            var cause = failure.getCause();
            if (cause instanceof RuntimeException wrong) {
                throw wrong;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof SQLException refused ? refused : new SQLException(cause);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param rows of one statement */
    private void add(List<Write> rows) throws SQLException {
        if (rows.size() > LARGEST_BATCH) {
            send();
            sendBatch(rows);
            return;
        }
        if (writes.size() + rows.size() > MOST_WRITES) {
            send();
        }
        writes.addAll(rows);
    }

    private void sendBatch(List<Write> rows) throws SQLException {
        var sql = rows.get(0).sql;
        try (var statement = target.prepareStatement(sql)) {
            try {
                for (var row : rows) {
                    row.bind(statement, 0);
                    statement.addBatch();
                }
                for (int count : statement.executeBatch()) {
                    check(sql, count);
                }
            } finally {
                statement.clearBatch(); // the pool keeps the statement
            }
        }
    }

    /**
     * @throws StaleStateException when an update does not find its row as it was read
     */
    void send() throws SQLException {
        if (writes.isEmpty()) {
            return;
        }
        var sent = List.copyOf(writes);
        writes.clear();
        try (var statement =
                target.prepareStatement(sent.stream().map(write -> write.sql).collect(Collectors.joining(";\n")))) {
            int parameters = 0;
            for (var write : sent) {
                write.bind(statement, parameters);
                parameters += write.parameters.size();
            }
            statement.execute();
            for (var write : sent) {
                check(write.sql, statement.getUpdateCount());
                statement.getMoreResults();
            }
        }
    }

    private static void check(String sql, int count) {
        if (count == 0 && !sql.regionMatches(true, 0, "call ", 0, 5)) {
            throw new StaleStateException("No row was changed by: " + sql);
        }
    }

    /** A statement for one row, with its parameters: how each is set, by its index. */
    private static final class Write {
        private final String sql;
        private final Map<Integer, Parameter> parameters = new TreeMap<>();

        Write(String sql) {
            this.sql = sql;
        }

        void set(Method setter, Object[] arguments) {
            parameters.put((Integer) arguments[0], (statement, before) -> {
                var moved = Arrays.copyOf(arguments, arguments.length);
                moved[0] = before + (Integer) arguments[0];
                call(statement, setter, moved);
            });
        }

        /** @param before number of parameters of the statements before it */
        void bind(PreparedStatement statement, int before) throws SQLException {
            for (var each : parameters.values()) {
                each.set(statement, before);
            }
        }
    }

    private interface Parameter {
        void set(PreparedStatement statement, int before) throws SQLException;
    }

    /** Stands for a statement of the flush; it never reaches the database by itself. */
    private final class Collected implements InvocationHandler {
        private final String sql;
        private final List<Write> batch = new ArrayList<>();
        private Write row;

        Collected(String sql) {
            this.sql = sql;
            row = new Write(sql);
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws SQLException {
            switch (method.getName()) {
                case "addBatch" -> {
                    batch.add(row);
                    row = new Write(sql);
                }
                case "executeBatch" -> {
                    return executeBatch();
                }
                case "executeUpdate" -> {
                    add(List.of(row));
                    row = new Write(sql);
                    return 1;
                }
                case "clearBatch" -> batch.clear();
                case "clearParameters" -> row = new Write(sql);
                case "hashCode" -> {
                    return System.identityHashCode(proxy);
                }
                case "equals" -> {
                    return proxy == arguments[0];
                }
                case "toString" -> {
                    return sql;
                }
                case "isClosed" -> {
                    return false;
                }
                case "getMaxRows", "getQueryTimeout" -> {
                    return 0; // Hibernate resets them before it closes a statement
                }
                default -> set(method, arguments);
            }
            return null;
        }

        private int[] executeBatch() throws SQLException {
            var rows = List.copyOf(batch);
            batch.clear();
            add(rows);
            var counts = new int[rows.size()];
            Arrays.fill(counts, 1);
            return counts;
        }

        private void set(Method method, Object[] arguments) {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                row.set(method, arguments);
            }
        }
    }
}
