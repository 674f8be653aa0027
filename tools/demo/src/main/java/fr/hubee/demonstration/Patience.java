package fr.hubee.demonstration;

import java.util.Timer;
import java.util.TimerTask;

/** Says every ten seconds, until its end, that the start goes on. */
final class Patience extends TimerTask {
    private static final int EVERY = 10;

    private int seconds;

    static Patience begin() {
        var patience = new Patience();
        new Timer(true).schedule(patience, EVERY * 1000, EVERY * 1000);
        return patience;
    }

    @Override
    public void run() {
        seconds += EVERY;
        System.out.println("        still starting: " + seconds + " s");
    }
}
