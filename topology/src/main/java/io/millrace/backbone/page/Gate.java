package io.millrace.backbone.page;

/** Says which rows an event may come to, and is told which it broke. */
interface Gate {

    boolean open(String row);

    void broken(String row, RuntimeException why);
}
