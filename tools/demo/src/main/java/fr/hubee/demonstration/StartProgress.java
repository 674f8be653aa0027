package fr.hubee.demonstration;

import java.util.Timer;
import java.util.TimerTask;

/** Says every ten seconds, until it is cancelled, that the start goes on. */
final class StartProgress extends TimerTask {
    private static final int EVERY = 10;

    private int seconds;

    static StartProgress begin() {
        var progress = new StartProgress();
        new Timer(true).schedule(progress, EVERY * 1000, EVERY * 1000);
        return progress;
    }

    @Override
    public void run() {
        seconds += EVERY;
        System.out.println("        still starting: " + seconds + " s");
    }
}
