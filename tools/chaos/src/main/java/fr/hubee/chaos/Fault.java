package fr.hubee.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/** The ways in which parts fail. */
enum Fault {
    /** The process is gone at once, and started again. */
    KILL_NODE(true) {
        @Override
        void strike(Hub hub, int node) throws IOException {
            hub.node(node).kill();
        }

        @Override
        void mend(Hub hub, int node) throws IOException, InterruptedException {
            hub.node(node).start();
        }
    },
    /** The process stands still, with its connections open. */
    STOP_NODE(true) {
        @Override
        void strike(Hub hub, int node) throws IOException, InterruptedException {
            hub.node(node).signal("STOP");
        }

        @Override
        void mend(Hub hub, int node) throws IOException, InterruptedException {
            hub.node(node).signal("CONT");
        }
    },
    /** An operator takes it out, and starts it again. */
    DRAIN_NODE(true) {
        @Override
        void strike(Hub hub, int node) throws IOException, InterruptedException {
            hub.node(node).drainAndStop();
        }

        @Override
        void mend(Hub hub, int node) throws IOException, InterruptedException {
            hub.node(node).start();
        }
    },
    /** Its connections to the database are refused. */
    CUT_DATABASE(true) {
        @Override
        void strike(Hub hub, int node) throws IOException {
            hub.node(node).line().cut();
        }

        @Override
        void mend(Hub hub, int node) throws IOException {
            hub.node(node).line().mend();
        }
    },
    /** Nothing arrives on its connections to the database any more, and nobody is notices. */
    SILENCE_DATABASE(true) {
        @Override
        void strike(Hub hub, int node) {
            hub.node(node).line().goDead();
        }

        @Override
        void mend(Hub hub, int node) {
            hub.node(node).line().revive();
        }
    },
    /** Its connections to the database break once: the answer to a commit may be lost. */
    BREAK_DATABASE(true) {
        @Override
        void strike(Hub hub, int node) throws IOException {
            hub.node(node).line().breakOff();
        }

        @Override
        void mend(Hub hub, int node) {}
    },
    /** PostgreSQL is killed, and recovers from its log. */
    KILL_DATABASE(false) {
        @Override
        void strike(Hub hub, int node) throws IOException {
            hub.killDatabase();
        }

        @Override
        void mend(Hub hub, int node) throws IOException {
            hub.startDatabase();
        }
    },
    /** PostgreSQL is stopped, and aborts what runs. */
    STOP_DATABASE(false) {
        @Override
        void strike(Hub hub, int node) throws IOException {
            hub.stopDatabase();
        }

        @Override
        void mend(Hub hub, int node) throws IOException {
            hub.startDatabase();
        }
    },
    KILL_PROXY(false) {
        @Override
        void strike(Hub hub, int node) throws IOException, InterruptedException {
            hub.proxy().crash();
        }

        @Override
        void mend(Hub hub, int node) {}
    },
    RELOAD_PROXY(false) {
        @Override
        void strike(Hub hub, int node) throws IOException, InterruptedException {
            hub.proxy().reload();
        }

        @Override
        void mend(Hub hub, int node) {}
    };

    private final boolean hitsANode;

    Fault(boolean hitsANode) {
        this.hitsANode = hitsANode;
    }

    boolean hitsANode() {
        return hitsANode;
    }

    abstract void strike(Hub hub, int node) throws IOException, InterruptedException, SQLException;

    /** Ends it; recovery begins here. */
    abstract void mend(Hub hub, int node) throws IOException, InterruptedException, SQLException;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
