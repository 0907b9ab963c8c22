// Fixtures that the tests of all rooms share.
