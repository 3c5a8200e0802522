counted-item = { $number } stories
