// The first slice of this room follows.
