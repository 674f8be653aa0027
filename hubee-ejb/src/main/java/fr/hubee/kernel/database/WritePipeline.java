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
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;

/**
 * Collects the inserts and updates of a flush, and sends them to PostgreSQL in one round trip instead of one each (ADR 05). The driver sends
 * a text of several statements at once; the database executes them one after the other, in the same transaction.
 *
 * <p>A collected statement says at once that it has changed one row. When it is sent, this is checked: an update of a row that somebody else
 * has changed or deleted fails then, as it does by itself.
 *
 * <p>The last writes of a transaction carry its COMMIT with them. An update that does not find its row is then an error of the database itself,
 * which does not execute what follows; and the connection refuses any other statement.
 */
final class WritePipeline implements InvocationHandler {
    /** Larger batches of one statement are sent by themselves: the driver makes one insert of them. */
    private static final int LARGEST_BATCH = 4;

    /** Limits the length of a text, which the database prepares as a whole. */
    private static final int MOST_WRITES = 16;

    /** Makes an update that finds no row fail in the database: it divides by their number. */
    private static final String FOUND_OR_FAILED = "with changed as (%s returning 1) select 1 / count(*) from changed";

    private static final String DIVISION_BY_ZERO = "22012";

    private final Connection target;
    private final List<Write> writes = new ArrayList<>();
    private boolean collecting;
    private BooleanSupplier mayCommit = () -> false;
    private boolean committed;

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

    /**
     * Announces that the transaction is about to end: the next flush that the code does not ask for is its last one.
     *
     * @param mayCommit whether it is not to be rolled back
     */
    void endsTransaction(BooleanSupplier mayCommit) {
        this.mayCommit = mayCommit;
    }

    boolean isCommitted() {
        return committed;
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
        boolean prepares = method.getName().startsWith("prepare");
        if (committed && (prepares || method.getName().equals("createStatement"))) {
            throw new SQLException("the transaction was committed with its last writes, too early for: "
                    + (prepares ? arguments[0] : "a statement"));
        }
        if (collecting && prepares) {
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
        var sent = taken();
        if (sent.isEmpty()) {
            return;
        }
        try (var statement = target.prepareStatement(text(sent.stream().map(write -> write.sql)))) {
            execute(statement, sent);
            for (var write : sent) {
                check(write.sql, statement.getUpdateCount());
                statement.getMoreResults();
            }
        }
    }

    /**
     * Sends the last writes of the transaction; its COMMIT goes with them, unless it is to be rolled back.
     *
     * @throws StaleStateException when an update does not find its row as it was read: nothing was committed
     */
    void sendLast() throws SQLException {
        if (writes.isEmpty() || !mayCommit.getAsBoolean()) {
            send();
            return;
        }
        var sent = taken();
        var text = text(Stream.concat(sent.stream().map(WritePipeline::foundOrFailed), Stream.of("commit")));
        try (var statement = target.prepareStatement(text)) {
            execute(statement, sent);
            committed = true;
        } catch (SQLException failure) {
            if (DIVISION_BY_ZERO.equals(failure.getSQLState())) {
                throw new StaleStateException("No row was changed by one of: " + text);
            }
            throw failure;
        }
    }

    private static String foundOrFailed(Write write) {
        return write.sql.regionMatches(true, 0, "update ", 0, 7) ? FOUND_OR_FAILED.formatted(write.sql) : write.sql;
    }

    private List<Write> taken() {
        var taken = List.copyOf(writes);
        writes.clear();
        return taken;
    }

    private static String text(Stream<String> statements) {
        return statements.collect(Collectors.joining(";\n"));
    }

    private static void execute(PreparedStatement statement, List<Write> sent) throws SQLException {
        int parameters = 0;
        for (var write : sent) {
            write.bind(statement, parameters);
            parameters += write.parameters.size();
        }
        statement.execute();
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
