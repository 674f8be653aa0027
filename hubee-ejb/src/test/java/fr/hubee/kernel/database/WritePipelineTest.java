package fr.hubee.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.hibernate.StaleStateException;
import org.hibernate.integrator.spi.Integrator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks in a real database that writes sent together do what they do one by one. */
class WritePipelineTest {
    static EmbeddedDatabase database;

    final List<String> prepared = new ArrayList<>();
    Connection direct;
    Connection connection;
    WritePipeline pipeline;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedDatabase.temporary(0);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void open() throws SQLException {
        direct = DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
        try (var statement = direct.createStatement()) {
            statement.execute("create temporary table item (id int primary key, version int not null, name text)");
            statement.execute("""
                    create or replace procedure pg_temp.add_item(id int, name text) language sql as
                    $$ insert into item values (id, 0, name) $$""");
        }
        direct.setAutoCommit(false);
        connection = WritePipeline.over(recorded(direct));
        pipeline = WritePipeline.of(connection);
        pipeline.begin();
    }

    @AfterEach
    void close() throws SQLException {
        direct.close();
    }

    /** Notes the text of each statement that the connection prepares. */
    private Connection recorded(Connection target) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private void insert(int id, String name) throws SQLException {
        try (var statement = connection.prepareStatement("insert into item (id, version, name) values (?, 0, ?)")) {
            statement.setInt(1, id);
            statement.setString(2, name);
            statement.addBatch();
            assertEquals(1, statement.executeBatch()[0]);
        }
    }

    private void rename(int id, int version, String name) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update item set name = ?, version = version + 1 where id = ? and version = ?")) {
            statement.setString(1, name);
            statement.setInt(2, id);
            statement.setInt(3, version);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private void call(int id, String name) throws SQLException {
        try (var statement = connection.prepareStatement("call pg_temp.add_item(?, ?)")) {
            statement.setInt(1, id);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    private List<String> names() throws SQLException {
        try (var statement = direct.createStatement();
                var rows = statement.executeQuery("select name from item order by id")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    @Test
    void differentWritesAreSentAsOneTextInTheirOrder() throws SQLException {
        insert(1, "one");
        rename(1, 0, "first");
        call(2, "second");
        insert(3, null);
        assertEquals(List.of(), prepared);

        pipeline.send();

        assertEquals(1, prepared.size());
        var expected = new ArrayList<>(List.of("first", "second"));
        expected.add(null);
        assertEquals(expected, names());
    }

    @Test
    void anUpdateOfARowOfAnotherVersionFails() throws SQLException {
        insert(1, "one");
        rename(1, 7, "seven");

        assertThrows(StaleStateException.class, pipeline::send);
    }

    @Test
    void aRefusedRowKeepsItsSqlState() throws SQLException {
        insert(1, "one");
        insert(1, "again");

        assertEquals("23505", assertThrows(SQLException.class, pipeline::send).getSQLState());
    }

    @Test
    void aDeleteComesAfterTheWritesBeforeIt() throws SQLException {
        insert(1, "one");
        insert(2, "two");
        try (var statement = connection.prepareStatement("delete from item where id < ?")) {
            statement.setInt(1, 9);
            assertEquals(2, statement.executeUpdate());
        }
    }

    @Test
    void aLargeBatchIsSentByItselfAfterTheWritesBeforeIt() throws SQLException {
        insert(0, "before");
        try (var statement = connection.prepareStatement("insert into item (id, version, name) values (?, 0, ?)")) {
            for (int id = 1; id <= 5; id++) {
                statement.setInt(1, id);
                statement.setString(2, "item " + id);
                statement.addBatch();
            }
            assertEquals(5, IntStream.of(statement.executeBatch()).sum());
        }

        assertEquals(2, prepared.size());
        assertEquals(List.of("before", "item 1", "item 2", "item 3", "item 4", "item 5"), names());
    }

    @Test
    void manyWritesAreSentInSeveralTexts() throws SQLException {
        for (int id = 0; id < 40; id++) {
            insert(id, "item");
        }
        pipeline.send();

        assertEquals(3, prepared.size());
        assertEquals(40, names().size());
    }

    @Test
    void anAbandonedFlushSendsNothing() throws SQLException {
        insert(1, "one");
        pipeline.end();
        pipeline.begin();
        pipeline.send();

        assertEquals(List.of(), names());
    }

    @Test
    void outsideAFlushEachStatementReachesTheDatabaseAtOnce() throws SQLException {
        pipeline.end();
        insert(1, "one");

        assertEquals(List.of("one"), names());
    }

    @Test
    void theLastWritesOfATransactionCommitIt() throws SQLException {
        insert(1, "one");
        rename(1, 0, "first");
        call(2, "second");
        pipeline.endsTransaction(() -> true);
        pipeline.sendLast();
        direct.rollback();

        assertEquals(1, prepared.size());
        assertEquals(List.of("first", "second"), names());
        assertThrows(SQLException.class, () -> insert(3, "three"));
    }

    @Test
    void anUpdateOfARowOfAnotherVersionCommitsNothing() throws SQLException {
        insert(1, "one");
        rename(1, 7, "seven");
        pipeline.endsTransaction(() -> true);

        assertThrows(StaleStateException.class, pipeline::sendLast);
        direct.rollback();
        assertEquals(List.of(), names());
    }

    @Test
    void aConstraintThatIsCheckedAtTheEndCommitsNothing() throws SQLException {
        try (var statement = direct.createStatement()) {
            statement.execute("alter table item add above int references item deferrable initially deferred");
        }
        direct.commit();
        insert(1, "one");
        try (var statement = connection.prepareStatement("update item set above = ? where id = 1")) {
            statement.setInt(1, 9);
            statement.executeUpdate();
        }
        pipeline.endsTransaction(() -> true);

        assertEquals(
                "23503", assertThrows(SQLException.class, pipeline::sendLast).getSQLState());
        assertEquals(List.of(), names());
    }

    @Test
    void aTransactionThatIsToBeRolledBackIsNotCommitted() throws SQLException {
        insert(1, "one");
        pipeline.endsTransaction(() -> false);
        pipeline.sendLast();
        direct.rollback();

        assertEquals(List.of(), names());
    }

    @Test
    void hibernateFindsTheFlushThatUsesIt() {
        assertEquals(
                1,
                ServiceLoader.load(Integrator.class).stream()
                        .filter(each -> each.type() == PipelinedFlush.class)
                        .count());
    }
}
